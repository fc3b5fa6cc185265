import { describe, expect, test } from 'vitest'
import { emails, zendeskBench } from '@/tests/support/stand-ins/zendesk-bench'

const bench = zendeskBench()
const [first = ''] = emails
const evidenceOf = (result: object) => ('evidence' in result ? JSON.stringify(result.evidence) : '')

describe('that a user is gone', () => {
  test('is said once Zendesk has erased everything', async () => {
    const { id } = bench.server.user(first)
    bench.server.data.lag = 2
    await bench.run('delete-support-user')
    const waiting = { is: 'waiting', afterSeconds: 5, words: `Zendesk is still erasing 1 user (${id}).` }
    expect(await bench.run('verify-support-user-gone')).toEqual(waiting)
    expect(await bench.run('verify-support-user-gone')).toEqual(waiting)
    const result = await bench.run('verify-support-user-gone')
    expect(result).toMatchObject({ is: 'done', changed: false })
    expect(evidenceOf(result)).toContain(
      'Permanently deleted: request deletion (all), started (support), complete (support).',
    )
  })
  test('is asked for more rarely as time passes, and in the end by a person', async () => {
    bench.server.user(first)
    bench.server.data.lag = 100
    await bench.run('delete-support-user')
    const since = (ms: number) =>
      bench.run('verify-support-user-gone', { begunAt: new Date(Date.now() - ms) })
    expect(await since(600_000)).toMatchObject({ is: 'waiting', afterSeconds: 600 })
    expect(await since(86_400_000)).toMatchObject({ is: 'waiting', afterSeconds: 3600 })
    expect(await since(32 * 86_400_000)).toMatchObject({ is: 'by-hand' })
  })
  test('waits for every product that has begun to erase', async () => {
    const user = bench.server.user(first)
    bench.server.data.lag = 0
    await bench.run('delete-support-user')
    const status = (action: string) => ({ action, application: 'chat', created_at: '2026-01-01T00:00:00Z' })
    user.statuses.push(status('started'))
    expect(await bench.run('verify-support-user-gone')).toMatchObject({ is: 'waiting' })
    user.statuses.push(status('complete'))
    expect(await bench.run('verify-support-user-gone')).toMatchObject({ is: 'done' })
  })
  test('isn’t said while somebody with an address is there', async () => {
    const user = bench.server.user(first)
    expect(await bench.run('verify-support-user-gone')).toMatchObject({
      is: 'by-hand',
      words: `1 user (${user.id}) of the person is still there. Delete them first.`,
    })
  })
  test('isn’t said of a user of whom only the first half is deleted', async () => {
    const { id } = bench.server.user(first, { active: false })
    await bench.ledger.once({ what: 'delete-user', target: String(id), act: async () => 'deleted' })
    expect(await bench.run('verify-support-user-gone')).toMatchObject({ is: 'by-hand' })
  })
  test('is said where nobody was ever there', async () => {
    const result = 'No user was found with any of the 2 addresses.'
    expect(await bench.run('verify-support-user-gone')).toMatchObject({ is: 'done', evidence: [{ result }] })
  })
  test.each([
    { kind: 'status', status: 404, body: '{"error":"InvalidEndpoint"}' },
    { kind: 'html' },
    { kind: 'empty' },
  ] as const)('isn’t taken from an answer that makes no sense', async fault => {
    bench.server.user(first)
    await bench.run('delete-support-user')
    bench.server.fault(/GET .*deleted_users/, fault)
    await expect(bench.run('verify-support-user-gone')).rejects.toMatchObject({ name: 'SystemFailure' })
  })
})
