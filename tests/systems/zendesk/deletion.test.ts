import { describe, expect, test } from 'vitest'
import { emails, zendeskBench } from '@/tests/support/stand-ins/zendesk-bench'

const bench = zendeskBench()
const [first = '', second = ''] = emails
const evidenceOf = (result: object) => ('evidence' in result ? JSON.stringify(result.evidence) : '')

describe('open tickets', () => {
  test('are solved, each once; closed ones can’t be changed', async () => {
    const { server } = bench
    const user = server.user(first)
    const open = ['new', 'open', 'pending', 'hold'].map(status => server.ticket(user, { status }))
    const closed = server.ticket(user, { status: 'closed' })
    server.ticket(server.user('else@example.org'))
    expect((await bench.preview('close-tickets')).acts).toEqual([
      `4 open tickets will be solved (${open.map(({ id }) => id).join(', ')}).`,
    ])
    expect(await bench.run('close-tickets')).toMatchObject({ is: 'done', changed: true })
    expect(await bench.run('close-tickets')).toMatchObject({ is: 'done', changed: true })
    expect(server.effects).toEqual(open.map(({ id }) => ({ what: 'ticket-solved', id: String(id) })))
    expect(server.got(new RegExp(`PUT .*${closed.id}`))).toEqual([])
    expect(await bench.preview('close-tickets')).toEqual({ acts: [], nothingToDo: true })
  })
  test('need not be there', async () => {
    bench.server.user(first)
    const result = await bench.run('close-tickets')
    expect(result).toMatchObject({ is: 'done', changed: false, evidence: [{ result: 'There are none.' }] })
  })
  test('that are opened again are solved again', async () => {
    const ticket = bench.server.ticket(bench.server.user(first))
    await bench.run('close-tickets')
    ticket.status = 'open'
    await bench.run('close-tickets')
    expect([ticket.status, bench.server.did('ticket-solved')]).toEqual(['solved', 2])
  })
  test('that somebody closes at the same moment count as solved', async () => {
    const ticket = bench.server.ticket(bench.server.user(first))
    bench.server.fault(/PUT/, { kind: 'status', status: 422, body: '{"error":"RecordInvalid"}' })
    ticket.status = 'open'
    const list = bench.server.fault(/requested/, {
      kind: 'status',
      status: 200,
      body: JSON.stringify({ tickets: [{ id: ticket.id, status: 'open' }], next_page: null }),
    })
    ticket.status = 'closed'
    expect(await bench.run('close-tickets')).toMatchObject({
      is: 'done',
      changed: true,
      evidence: [{ result: 'closed' }],
    })
    expect(list.hits).toHaveLength(1)
  })
  test('that Zendesk doesn’t let be solved are for a person', async () => {
    bench.server.ticket(bench.server.user(first), { lacks: 'Product: is required when solving a ticket' })
    const words = expect.stringContaining('Product: is required')
    expect(await bench.run('close-tickets')).toMatchObject({ is: 'by-hand', words })
  })
  test.each(['reset-after', 'truncate'] as const)(
    'are solved once when the answer is lost (%s)',
    async kind => {
      const ticket = bench.server.ticket(bench.server.user(first))
      bench.server.fault(/PUT/, { kind })
      await expect(bench.run('close-tickets')).rejects.toMatchObject({ mayHaveActed: true })
      expect(await bench.run('close-tickets')).toMatchObject({ is: 'done', changed: true })
      expect([ticket.status, bench.server.did('ticket-solved')]).toEqual(['solved', 1])
    },
  )
})

describe('a user', () => {
  test('is deleted in two halves, also where there are several', async () => {
    const { server } = bench
    const users = [server.user(first), server.user(second)]
    const other = server.user('x@example.net', { name: first })
    expect((await bench.preview('delete-support-user')).acts).toEqual(
      users.map(({ id }) => `User ${id} will be deleted permanently. This can’t be undone.`),
    )
    const result = await bench.run('delete-support-user')
    expect(result).toMatchObject({ is: 'done', changed: true })
    for (const { id } of users) {
      expect(evidenceOf(result)).toContain(`Deleted user ${id} permanently`)
      expect([server.did('delete', String(id)), server.did('delete-for-good', String(id))]).toEqual([1, 1])
    }
    expect(other.active).toBe(true)
    expect(await bench.run('delete-support-user')).toMatchObject({ is: 'done', changed: true })
    expect(server.effects).toHaveLength(4)
    expect(evidenceOf(result)).not.toContain('@')
  })
  test('isn’t deleted while a ticket is open, nor is another of the person’s', async () => {
    bench.server.user(first)
    const ticket = bench.server.ticket(bench.server.user(second))
    const words = expect.stringContaining(`1 ticket must be solved first (${ticket.id})`)
    expect(await bench.run('delete-support-user')).toMatchObject({ is: 'by-hand', words })
    expect((await bench.preview('delete-support-user')).acts.join()).toContain('must be solved first')
    expect(bench.server.effects).toEqual([])
  })
  test.each(['agent', 'admin'])('who is an %s is never deleted', async role => {
    bench.server.user(first)
    const { id } = bench.server.user(second, { role })
    bench.server.ticket(bench.server.user(first))
    for (const act of ['close-tickets', 'delete-support-user'] as const)
      expect(await bench.run(act)).toMatchObject({
        is: 'by-hand',
        words: expect.stringContaining(`User ${id} is an agent`),
      })
    expect(bench.server.effects).toEqual([])
  })
  test('with an address that was never confirmed is for a person', async () => {
    const user = bench.server.user('else@example.org')
    user.identities.push({ type: 'email', value: first, verified: false })
    expect(await bench.run('delete-support-user')).toMatchObject({ is: 'by-hand' })
    expect(bench.server.effects).toEqual([])
  })
  test('need not be there', async () => {
    expect(await bench.run('delete-support-user')).toMatchObject({ is: 'done', changed: false })
    expect(await bench.preview('delete-support-user')).toEqual({ acts: [], nothingToDo: true })
  })
  test('can’t be deleted by an agent’s token', async () => {
    bench.server.user(first)
    await expect(
      bench.run('delete-support-user', { settings: { token: bench.server.agentToken } }),
    ).rejects.toMatchObject({ reason: 'forbidden' })
    expect(bench.server.effects).toEqual([])
  })
  test('whose permanent deletion was asked for by others is done', async () => {
    const user = bench.server.user(first)
    bench.server.fault(/DELETE .*deleted_users/, {
      kind: 'status',
      status: 422,
      body: '{"error":"RecordInvalid","details":{"base":[{"description":"x","error":"DuplicateValue"}]}}',
    })
    const result = await bench.run('delete-support-user')
    expect(result).toMatchObject({ is: 'done' })
    expect(evidenceOf(result)).toContain('had been requested')
    expect(user.active).toBe(false)
  })
  test('whom Zendesk refuses to erase isn’t said to be erased', async () => {
    bench.server.user(first)
    bench.server.fault(/DELETE .*deleted_users/, {
      kind: 'status',
      status: 422,
      body: '{"error":"RecordInvalid"}',
    })
    await expect(bench.run('delete-support-user')).rejects.toMatchObject({ status: 422 })
  })
  test.each([
    ['the first half, before it', /DELETE .*v2\/users/, 'reset'],
    ['the first half, after it', /DELETE .*v2\/users/, 'reset-after'],
    ['the first half, cut off', /DELETE .*v2\/users/, 'truncate'],
    ['the second half, before it', /DELETE .*deleted_users/, 'reset'],
    ['the second half, after it', /DELETE .*deleted_users/, 'reset-after'],
    ['the second half, empty', /DELETE .*deleted_users/, 'empty'],
  ] as const)('is deleted once when the connection breaks at %s', async (_name, match, kind) => {
    const { id } = bench.server.user(first)
    bench.server.fault(match, { kind })
    await expect(bench.run('delete-support-user')).rejects.toMatchObject({ name: 'SystemFailure' })
    expect(await bench.run('delete-support-user')).toMatchObject({ is: 'done', changed: true })
    expect([bench.server.did('delete', String(id)), bench.server.did('delete-for-good', String(id))]).toEqual(
      [1, 1],
    )
  })
  test('is deleted once when no answer ever comes', async () => {
    bench.server.user(first)
    bench.server.fault(/DELETE .*deleted_users/, { kind: 'hang' })
    await expect(bench.run('delete-support-user', { patienceMs: 300 })).rejects.toMatchObject({
      reason: 'timeout',
    })
    expect(await bench.run('delete-support-user')).toMatchObject({ is: 'done' })
    expect(bench.server.got(/DELETE .*deleted_users/)).toHaveLength(1)
  })
})
