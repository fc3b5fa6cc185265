import { describe, expect, test } from 'vitest'
import { queueFilterSchema } from '@/lib/core/view/queue-filter'
import { readQueue } from '@/lib/store/queue/queue'
import { aToken, call } from '@/tests/support/api'
import { aWorld, riskyAccount } from '../factories/world'

const world = await aWorld()
const { begin, get, run, runTask, work } = world
const token = await aToken('support-engineer')

/** Submitted, confirmed and looked up. */
async function opened(who: { email: string; username: string }, fields: Record<string, string> = {}) {
  const reference = await world.submit(who, fields)
  await work()
  await run('requester', reference, 'confirm')
  await work()
  return reference
}
const tick = (reference: string) =>
  runTask('support-engineer', reference, 'GitLab Deletion', 'tick-step', { step: 'delete-blocking-groups' })
const seen = async (reference: string) => (await call(`/requests/${reference}`, { token })).body
async function secondary(person: { accountId: string; username: string }) {
  const email = `second-${person.username}@people.example`
  await world.db.accountAddress.create({
    data: { accountId: person.accountId, email, emailKey: email, isPrimary: false },
  })
  return email
}
const found = async (q: string) => {
  const page = await readQueue(world.staff('support-engineer'), queueFilterSchema.parse({ q }))
  return page.items.map(({ reference }) => reference).toSorted()
}

describe('an access and a deletion of one account', () => {
  test('name each other; the deletion waits, and goes on by itself once the access is over', async () => {
    const person = await begin()
    const access = await opened(person, { type: 'data-access' })
    const { reference } = person
    expect(await seen(reference)).toMatchObject({
      duplicates: [],
      related: [{ reference: access, type: 'data-access', sameRequester: true }],
      waitsFor: access,
    })
    expect(await seen(access)).toMatchObject({ related: [{ reference }], waitsFor: null })
    expect(await tick(reference)).toMatchObject({ ok: false, reason: 'access-open', detail: access })
    await run('requester', access, 'withdraw')
    expect(await seen(reference)).toMatchObject({
      related: [],
      waitsFor: null,
      earlier: [{ reference: access, type: 'data-access', outcome: 'withdrawn' }],
    })
    expect(await tick(reference)).toMatchObject({ ok: true })
  })
  test('the team is mailed about the deletion when the access is over, and not before', async () => {
    const person = await world.account()
    const access = await opened(person, { type: 'data-access' })
    const deletion = await opened(person)
    const { id, state } = await get(deletion)
    expect(state).toBe('processing')
    const mailed = () => world.db.outbox.count({ where: { requestId: id, kind: 'task-opened' } })
    expect(await mailed(), 'the search alone').toBe(1)
    await run('requester', access, 'withdraw')
    expect(await mailed()).toBe(2)
  })
  test('the system’s own erasure waits as well, and is tried again', async () => {
    const person = await world.account()
    const access = await opened(person, { type: 'data-access' })
    const marketing = await opened(person, { type: 'marketing-deletion' })
    expect((await get(marketing)).state).toBe('processing')
    await run('requester', access, 'withdraw')
    await work()
    expect((await get(marketing)).outcome).toBe('fulfilled')
  })
  test('a note lets the deletion go first, and is kept', async () => {
    const person = await begin()
    await opened(person, { type: 'data-access' })
    const body = { note: 'They have fetched it already' }
    const ahead = await call(`/requests/${person.reference}/commands/proceed-despite`, { token, body })
    expect(ahead).toMatchObject({ status: 200, body: { waitsFor: null } })
    expect((await call(`/requests/${person.reference}/messages`, { token })).text).toContain(body.note)
    expect(await tick(person.reference)).toMatchObject({ ok: true })
  })
  test('are found to be about one account by any of its addresses', async () => {
    const person = await begin()
    const access = await opened({ ...person, email: await secondary(person) }, { type: 'data-access' })
    expect(await seen(person.reference)).toMatchObject({
      related: [{ reference: access, sameRequester: true }],
    })
  })
})

describe('the same account, asked about by somebody else', () => {
  test('is linked on both, and closed by neither', async () => {
    const person = await world.account()
    const asks = (requesterEmail: string) => {
      const relationship = 'designated-account-successor'
      return opened(person, { type: 'deceased-deletion', relationship, requesterEmail })
    }
    const theirs = await asks('stranger@elsewhere.example')
    const mine = await asks('kim@family.example')
    for (const [shown, other] of [
      [mine, theirs],
      [theirs, mine],
    ] as const)
      expect(await seen(shown)).toMatchObject({
        duplicates: [],
        related: [{ reference: other, sameRequester: false }],
      })
    for (const input of [{}, { of: theirs }])
      expect(await run('support-engineer', mine, 'mark-duplicate', input)).toMatchObject({
        ok: false,
        reason: 'another-requester',
      })
  })
  test('is not asked about by what its owner asks for somebody else: that counts, waits and repeats on its own', async () => {
    const [own, child] = [await begin(), await world.account()]
    const forChild = await opened(child, {
      type: 'data-access',
      actingAs: 'parent',
      requesterEmail: own.email,
    })
    expect(await seen(own.reference)).toMatchObject({ related: [], waitsFor: null })
    expect(await seen(forChild)).toMatchObject({ related: [], duplicates: [] })
    expect(await tick(own.reference)).toMatchObject({ ok: true })
  })
  test('is related, and no repeat, where it is for another address and no account was looked up', async () => {
    const person = await world.account()
    const first = await opened(person, { type: 'marketing-opt-out' })
    const other = { ...person, email: await secondary(person) }
    const second = await opened(other, { type: 'objection', details: 'No profiling.' })
    const third = await opened(person, { type: 'objection', details: 'No profiling.' })
    expect(await seen(second)).toMatchObject({ duplicates: [] })
    expect(await seen(third)).toMatchObject({
      duplicates: [],
      related: [{ reference: second }],
      earlier: [{ reference: first }],
    })
  })
  test('is the same person’s where two mailboxes of the account were used', async () => {
    const person = await begin()
    const again = await opened({ ...person, email: await secondary(person) })
    expect(await seen(again)).toMatchObject({ duplicates: [{ reference: person.reference }] })
    expect(await run('support-engineer', again, 'mark-duplicate')).toMatchObject({ ok: true })
  })
})

describe('what came before', () => {
  test('closed requests are listed, failures rated, and a third attempt is Privacy’s', async () => {
    const person = await begin(riskyAccount)
    const question = { message: 'high-risk-gitlab-account-verification-question' }
    const fails = async (reference: string) => {
      await run('support-engineer', reference, 'send-message', question)
      await run('support-engineer', reference, 'fail-verification', { note: 'Wrong' })
    }
    await fails(person.reference)
    const second = await opened(person)
    const { ratings } = await get(second)
    expect(ratings[0]?.signals).toContainEqual(expect.objectContaining({ key: 'failed-verification' }))
    await fails(second)
    const third = await opened({ ...person, email: await secondary(person) })
    expect(await seen(third)).toMatchObject({
      waitingOn: 'privacy',
      earlier: [
        { reference: person.reference, outcome: 'not-verified' },
        { reference: second, outcome: 'not-verified' },
      ],
    })
    expect(await run('support-engineer', third, 'send-message', question)).toMatchObject({
      reason: 'third-attempt',
    })
    expect(await run('privacy', third, 'send-message', question)).toMatchObject({ ok: true })
  })
  test('answers that were taken back before anybody judged them are an attempt, and no failure', async () => {
    const person = await begin(riskyAccount)
    const question = { message: 'high-risk-gitlab-account-verification-question' }
    await run('support-engineer', person.reference, 'send-message', question)
    await work()
    const asked = (await get(person.reference)).verifications[0]?.questions ?? []
    const answers = Object.fromEntries(asked.map(({ key }) => [key, 'I think']))
    expect(await run('requester', person.reference, 'answer-questions', { answers })).toMatchObject({
      ok: true,
    })
    await run('requester', person.reference, 'withdraw')
    const { related } = await get(await opened(person))
    expect(related).toMatchObject([
      { reference: person.reference, failedVerifications: 0, unjudgedAnswers: 1 },
    ])
  })
  test('a failure of more than a year ago counts no more', async () => {
    const person = await begin(riskyAccount)
    const question = { message: 'high-risk-gitlab-account-verification-question' }
    await run('support-engineer', person.reference, 'send-message', question)
    await run('support-engineer', person.reference, 'fail-verification', { note: 'Wrong' })
    await world.sql(`update verification set judged_at = judged_at - interval '366 days'`)
    const { related } = await get(await opened(person))
    expect(related).toMatchObject([{ reference: person.reference, failedVerifications: 0 }])
  })
})

test('the search by any address of the account finds what was asked by another', async () => {
  const person = await begin()
  const other = await secondary(person)
  const second = await opened({ ...person, email: other }, { type: 'data-access' })
  const both = [person.reference, second].toSorted()
  expect(await found(person.email)).toEqual(both)
  expect(await found(other)).toEqual(both)
  const portal = await opened({ ...person, email: other }, { type: 'portal-deletion' })
  expect(await found(person.email)).toEqual([...both, portal].toSorted())
})
