import { describe, expect, test } from 'vitest'
import { retentionDays } from '@/lib/core/settings/retention'
import { eraseContent } from '@/lib/door/retention/erase-content'
import { submitRequest } from '@/lib/door/run/submit'
import { journey } from '../factories/journey'
import { aWorld } from '../factories/world'
import { aToken, call } from '../support/api'

const world = await aWorld()
const me = journey(world)
const token = await aToken('support-engineer')

const read = async (reference: string, as = token) =>
  Object(Object((await call(`/requests/${reference}`, { token: as })).body))
const listed = (email: string) => world.db.suppression.findMany({ where: { email } })
const optOut = async (email: string) => {
  const sent = await submitRequest(
    world.staff('support-engineer'),
    { type: 'marketing-opt-out', email },
    { commandId: `opt-out:${email}:${await world.db.request.count()}`, source: 'api' },
  )
  if (!sent.ok) throw new Error(sent.reason)
  await world.work()
  await me.command('requester', sent.reference, 'confirm')
  await world.work()
  return sent.reference
}

describe('a correction', () => {
  const said = { whatIsWrong: 'The name is Robyn-canary', whatIsRight: 'It is Robin-canary' }

  test('comes by the API with what is wrong and what is right, or with both in one text', async () => {
    const { email, username } = await world.account()
    const ask = (more: object) =>
      call('/requests', { token, body: { type: 'rectification', email, username, ...more } })
    const { status, body } = await ask(said)
    expect([status, Object(body).state]).toEqual([201, 'submitted'])
    expect(await read(Object(body).reference)).toMatchObject({ type: 'rectification', ...said })
    expect((await ask({ details: 'Robin, not Robyn' })).status).toBe(201)
    expect(Object.keys(Object(Object((await ask({})).body).fields))).toEqual(['whatIsWrong', 'whatIsRight'])
  })
  test('is worked step by step, and told', async () => {
    const { reference } = await me.begin('rectification', {}, said)
    await me.complete(reference, '(Correction)')
    await me.closed(reference, 'fulfilled', 'request-fulfilled')
  })
  test('says nothing to a role that sees no personal data, and nothing once its content is erased', async () => {
    const { reference } = await me.begin('rectification', {}, said)
    const nothing = { whatIsWrong: null, whatIsRight: null }
    expect(await read(reference, await aToken('admin'))).toMatchObject(nothing)
    await me.command('privacy', reference, 'close', { outcome: 'refused', note: 'Kept as it was written.' })
    await world.sql(`update request set closed_at = closed_at - interval '400 days' where reference = $1`, [
      reference,
    ])
    const { id } = await world.get(reference)
    expect(await eraseContent(id, retentionDays.parse({}))).toBe(true)
    expect(await read(reference)).toMatchObject(nothing)
    const rows = await world.sql<{ text: string }>(
      'select r::text as text from request r where reference = $1',
      [reference],
    )
    expect(JSON.stringify(rows)).not.toContain('canary')
  })
})

describe('a marketing opt-out', () => {
  test('is done by the system by itself, and is kept with its date, as an opt-out', async () => {
    const email = 'nora@people.example'
    const reference = await optOut(email)
    await me.closed(reference, 'fulfilled', 'request-fulfilled')
    expect(await listed(email)).toMatchObject([{ asks: 'opt-out', addedAt: expect.any(Date) }])
    expect(await read(reference)).toMatchObject({ optedOutAt: expect.any(String) })
  })
  test('takes nothing from an erasure that waits; an erasure takes the place of an opt-out', async () => {
    const { email } = await me.begin('marketing-deletion')
    await optOut(email)
    expect(await listed(email)).toMatchObject([{ asks: 'erasure' }])
    const other = 'olaf@people.example'
    await optOut(other)
    expect(await listed(other)).toMatchObject([{ asks: 'opt-out' }])
    await me.begin('marketing-deletion', { email: other })
    expect(await listed(other)).toMatchObject([{ asks: 'erasure' }])
  })
  test('that a browser signals is kept for the mailbox with another request, once that is confirmed', async () => {
    const { reference, email } = await me.begin('portal-deletion', {}, { keepOptOut: 'yes' })
    expect(await listed(email)).toMatchObject([{ asks: 'opt-out' }])
    expect(await read(reference)).toMatchObject({ state: 'processing', optedOutAt: expect.any(String) })
    const unsaid = await me.begin('portal-deletion')
    expect(await listed(unsaid.email)).toEqual([])
  })
})

test('the comment of a forum deletion stays on its step, out of the audit log, until the content is erased', async () => {
  const forum = { forumProfile: 'https://forum.example/u/robin', forumUsername: 'robin' }
  const { reference } = await me.begin('forum-deletion', {}, forum)
  const task = async () => (await read(reference)).tasks[0]
  const tick = async (step: string, more = {}) =>
    (
      await call(`/tasks/${(await task()).id}/commands/tick-step`, {
        token: await aToken('forum-admin'),
        body: { step, ...more },
      })
    ).status
  expect([await tick('match'), await tick('delete-user')]).toEqual([200, 200])
  expect(await tick('comment', { given: 'Gone: comment-canary' })).toBe(200)
  expect((await task()).steps.at(-1)).toMatchObject({
    asks: 'text',
    given: 'Gone: comment-canary',
    done: true,
  })
  const audit = await world.sql('select facts::text from audit_entry')
  expect(JSON.stringify(audit)).not.toContain('comment-canary')
})
