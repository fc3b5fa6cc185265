import { describe, expect, test } from 'vitest'
import type { Role } from '@/lib/core/people/actor'
import { env } from '@/lib/env'
import { verifyAudit } from '@/lib/store/audit/audit-verify'
import { readMessages } from '@/lib/store/mail/conversation'
import { system } from '@/tests/factories/system'
import { aWorld, riskyAccount } from '../factories/world'

const world = await aWorld()
const { begin, get, run, runTask, work } = world

const tickAll = async (role: Role, reference: string, part: string) => {
  const task = (await get(reference)).tasks.find(task => task.name.includes(part))
  for (const step of task?.steps ?? []) {
    expect(await runTask(role, reference, part, 'tick-step', { step: step.key })).toMatchObject({ ok: true })
  }
}
const keys = async (reference: string) =>
  (await readMessages(system, (await get(reference)).id)).map(message => message.key)

describe('an individual deletion, through the door and the worker', () => {
  test('low rating: confirmed, checked, deleted, found in both systems, fulfilled; every mail sent once', async () => {
    const { reference, accountId, email } = await begin()
    const now = await get(reference)
    expect(now).toMatchObject({ state: 'processing', accountId })
    await tickAll('support-engineer', reference, 'GitLab Deletion')
    expect(
      await runTask('support-engineer', reference, 'GitLab Deletion', 'resolve', { resolution: 'complete' }),
    ).toMatchObject({ ok: true })
    expect(await world.db.account.findUnique({ where: { id: accountId } })).toBeNull()
    const found = { found: { zendesk: true, customersPortal: true } }
    expect(await runTask('support-engineer', reference, 'Zendesk/cDot', 'resolve', found)).toMatchObject({
      ok: true,
    })
    await tickAll('console-engineer', reference, 'Customers Portal')
    expect(
      await runTask('console-engineer', reference, 'Customers Portal', 'resolve', { resolution: 'complete' }),
    ).toMatchObject({ ok: true })
    await tickAll('support-readiness', reference, '(Zendesk Deletion')
    expect(
      await runTask('support-readiness', reference, '(Zendesk Deletion', 'resolve', {
        resolution: 'complete',
      }),
    ).toMatchObject({ ok: true })
    await work()
    expect(await get(reference)).toMatchObject({ state: 'closed', outcome: 'fulfilled' })
    expect(await keys(reference)).toEqual(['request-received', 'request-fulfilled'])
    const toPerson = world.sink.accepted().filter(mail => mail.recipients.includes(email))
    expect(toPerson).toHaveLength(2)
    expect(new Set(toPerson.map(mail => mail.mailId)).size).toBe(2)
  })

  test('high rating with private projects: asked once the mail was accepted, answered, passed', async () => {
    const { reference } = await begin(riskyAccount)
    expect(await get(reference)).toMatchObject({ state: 'verifying' })
    const message = 'high-risk-gitlab-account-verification-question'
    expect(await run('support-engineer', reference, 'send-message', { message })).toMatchObject({ ok: true })
    expect((await get(reference)).windows.filter(window => window.reason === 'verification')).toEqual([])
    await work()
    expect((await get(reference)).windows.filter(window => window.reason === 'verification')).toHaveLength(1)
    const questions = (await get(reference)).verifications[0]?.questions ?? []
    const answers = Object.fromEntries(questions.map(({ key }) => [key, 'kestrel']))
    expect(await run('requester', reference, 'answer-questions', { answers })).toMatchObject({ ok: true })
    expect(await run('support-engineer', reference, 'pass-verification')).toMatchObject({ ok: true })
    expect(await get(reference)).toMatchObject({ state: 'processing' })
  })

  test('silence for seven days: the system fails it and says so', async () => {
    const { reference } = await begin(riskyAccount)
    await run('support-engineer', reference, 'send-message', {
      message: 'high-risk-gitlab-account-verification-question',
    })
    await work()
    await world.pass(reference, 9)
    await work()
    const closed = await get(reference)
    expect(closed).toMatchObject({ state: 'closed', outcome: 'not-verified' })
    expect(closed.tasks.find(task => task.key === 'gitlab-deletion')).toMatchObject({
      resolution: 'exception',
      note: 'The user failed to respond to verification',
    })
    const last = await world.db.auditEntry.findFirst({ where: { scope: closed.id, command: 'lapse-window' } })
    expect(last).toMatchObject({ actorKind: 'system' })
  })

  test('nobody by that name: told No Account Found', async () => {
    const reference = await world.submit({ email: 'nobody@people.example', username: 'nobody' })
    await run('requester', reference, 'confirm')
    await work()
    expect(await get(reference)).toMatchObject({ state: 'closed', outcome: 'no-account' })
  })

  test('not confirmed in seven days: closed, unconfirmed, without a word', async () => {
    const account = await world.account()
    const reference = await world.submit(account)
    await world.pass(reference, 9)
    await work()
    expect(await get(reference)).toMatchObject({ state: 'closed', outcome: 'unconfirmed' })
    expect(await keys(reference)).toEqual(['request-received'])
  })

  test('a stale version is a conflict, and a replayed command has one effect', async () => {
    const { reference } = await begin()
    const { version } = await get(reference)
    expect(await run('support-engineer', reference, 'add-note', { text: 'Late' }, version - 1)).toMatchObject(
      { ok: false, reason: 'conflict', status: 409 },
    )
    expect((await get(reference)).version).toBe(version)
  })

  test('a deletion that was checked long ago is checked again before the first destructive step', async () => {
    const { reference, accountId } = await begin()
    await world.db.account.update({ where: { id: accountId }, data: { enterprise: true } })
    const tried = await runTask('support-engineer', reference, 'GitLab Deletion', 'tick-step', {
      step: 'delete-blocking-groups',
    })
    expect(tried).toMatchObject({ ok: false, reason: 'account-changed' })
    const now = await get(reference)
    expect(now.holds).toMatchObject([{ reason: 'account-changed', releasedAt: null }])
    const byHand = now.tasks.flatMap(({ steps }) =>
      steps.filter(step => step.doneAt && step.evidence.length === 0),
    )
    expect(byHand).toEqual([])
  })

  test('the audit log of all of this verifies', async () => {
    const report = await verifyAudit(env())
    expect(report.faults).toEqual([])
    expect(report.rows).toBeGreaterThan(20)
    expect(report.checkpoints).toBeGreaterThan(0)
  })
})
