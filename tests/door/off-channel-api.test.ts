import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { offChannelRules } from '@/lib/core/off-channel/off-channel'
import { offChannelPage, offChannelView } from '@/lib/core/off-channel/off-channel-view'
import { roles } from '@/lib/core/people/actor'
import { aWorld } from '@/tests/factories/world'
import { aToken, call } from '@/tests/support/api'
import { unchanged } from '@/tests/support/unchanged'

const world = await aWorld()
const token = await aToken('support-engineer')
const ticket = 'https://support.example/tickets/4711'

const post = (body: object, headers = {}) => call('/off-channel', { token, body, headers })
const arrived = { channel: 'support-ticket', ticket }
/** Logs an arrival; the answer is held against the promised shape. */
async function log(body: object, headers = {}) {
  const answer = await post({ ...arrived, ...body }, headers)
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
  const entry = offChannelView.strict().parse(answer.body)
  expect(answer.headers.get('location')).toBe(`/api/v1/off-channel/${entry.id}`)
  return entry
}
const submitted = z.strictObject({ reference: z.string(), state: z.literal('submitted') })

describe('a ticket that is logged over the API', () => {
  test.each(
    [...offChannelRules.values()].flatMap(({ asks, answers }) =>
      answers.map(answer => [asks, answer] as const),
    ),
  )('%s is answered by the handbook’s table: $key', async (asksFor, answer) => {
    const entry = await log({ asksFor, answer: answer.key })
    expect(entry).toMatchObject({
      asksFor,
      ticket,
      answer: { key: answer.key, label: answer.label, macro: answer.macro ?? null },
      solve: answer.ticket === 'solved',
      opens: answer.opens ?? null,
      reference: null,
    })
    expect(entry.answer.text).not.toMatch(/[{}]/)
    expect((await call(`/off-channel/${entry.id}`, { token })).body).toEqual(entry)
  })
  test('gets the usual answer where none is named', async () => {
    expect(await log({ asksFor: 'data-export' })).toMatchObject({
      answer: { key: 'privacy-center-link' },
      solve: true,
      opens: null,
    })
  })
  test('is logged once an Idempotency-Key, and answered the same again', async () => {
    const again = { 'idempotency-key': 'ticket-4711' }
    const first = await log({ asksFor: 'data-access' }, again)
    const [before] = await world.sql<{ n: number }>('select count(*)::int as n from off_channel')
    expect(await log({ asksFor: 'data-access' }, again)).toEqual(first)
    expect(await world.sql('select count(*)::int as n from off_channel')).toEqual([before])
  })
  test.each([
    [{ asksFor: 'money' }, 'asksFor'],
    [{ asksFor: 'data-access', answer: 'open-export' }, 'answer'],
    [{ asksFor: 'data-access', channel: 'telephone' }, 'channel'],
    [{ asksFor: 'data-access', ticket: 'javascript:alert(1)' }, 'ticket'],
    [{ asksFor: 'data-access', solved: true }, 'solved'],
  ])('is refused where something is wrong: %o', async (body, field) => {
    const answer = await unchanged(world.sql, () => post({ ...arrived, ...body }))
    expect(answer).toMatchObject({ status: 422, body: { reason: 'invalid-input' } })
    expect(Object.keys(Object(Object(answer.body).fields))).toEqual([field])
  })
})

describe('the log', () => {
  test('is read page by page, the newest first', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const path: string = `/off-channel?limit=3${cursor ? `&cursor=${cursor}` : ''}`
      const { items, next } = offChannelPage.strict().parse((await call(path, { token })).body)
      expect(items.length).toBeLessThanOrEqual(3)
      seen.push(...items.map(item => item.at))
      cursor = next
    } while (cursor)
    const [all] = await world.sql<{ n: number }>('select count(*)::int as n from off_channel')
    expect(seen).toHaveLength(all?.n ?? 0)
    expect(seen).toEqual(seen.toSorted().reverse())
  })
  test.each(['limit=0', 'limit=101', 'cursor=nonsense', 'view=mine'])('takes no %s', async query => {
    expect((await call(`/off-channel?${query}`, { token })).status).toBe(422)
  })
  test('has nothing under an id that isn’t one', async () => {
    for (const id of ['none', '%27or%201', '00000000-0000-4000-8000-000000000000'])
      expect((await call(`/off-channel/${id}`, { token })).status).toBe(404)
  })
})

describe('the request that an answer offers', () => {
  test('is opened once, notes the ticket, and is named by the entry', async () => {
    const { email, username } = await world.account()
    const { id } = await log({ asksFor: 'data-export', answer: 'open-export' })
    const path = `/off-channel/${id}/request`
    const body = { email, username, country: 'DE' }
    const headers = { 'idempotency-key': 'open-4711' }
    const opened = await call(path, { token, body, headers })
    expect(opened.status).toBe(201)
    const { reference } = submitted.parse(opened.body)
    expect(opened.headers.get('location')).toBe(`/api/v1/requests/${reference}`)
    expect((await call(path, { token, body, headers })).body).toEqual(opened.body)
    expect(await world.get(reference)).toMatchObject({ type: 'data-export', source: 'staff' })
    expect((await call(`/off-channel/${id}`, { token })).body).toMatchObject({ reference, opens: null })
    expect(await world.sql('select text from note')).toEqual([{ text: `Opened from a ticket: ${ticket}` }])
    const second = await unchanged(world.sql, () => call(path, { token, body }))
    expect(second).toMatchObject({ status: 409, body: { reason: 'conflict' } })
  })
  test('is a forum deletion where that was asked for', async () => {
    const { id } = await log({ asksFor: 'forum-deletion' })
    const body = {
      email: 'robin@people.example',
      forumProfile: 'https://forum.example/u/robin',
      forumUsername: 'robin',
    }
    const { reference } = submitted.parse((await call(`/off-channel/${id}/request`, { token, body })).body)
    expect(await world.get(reference)).toMatchObject({ type: 'forum-deletion' })
  })
  test('needs what its type needs, and takes no type', async () => {
    const { id } = await log({ asksFor: 'data-export', answer: 'open-export' })
    const path = `/off-channel/${id}/request`
    const refused = async (body: object) =>
      Object.keys(Object(Object((await unchanged(world.sql, () => call(path, { token, body }))).body).fields))
    expect(await refused({ email: 'robin@people.example' })).toEqual(
      expect.arrayContaining(['username', 'country']),
    )
    expect(await refused({ type: 'individual-deletion' })).toEqual(['type'])
    expect(await refused({ ticket: 'https://elsewhere.example' })).toEqual(['ticket'])
  })
  test('isn’t offered by an answer that sends people to the Privacy Center', async () => {
    const { id } = await log({ asksFor: 'data-access' })
    const body = { email: 'robin@people.example' }
    const answer = await unchanged(world.sql, () => call(`/off-channel/${id}/request`, { token, body }))
    expect(answer).toMatchObject({ status: 422, body: { reason: 'contradiction' } })
  })
})

test.each(roles)(
  '%s: support and Privacy log, read and open; nobody else learns that there is a log',
  async role => {
    const { id } = await log({ asksFor: 'forum-deletion' })
    const theirs = await aToken(role)
    const may = role === 'support-engineer' || role === 'privacy'
    expect((await call('/off-channel', { token: theirs })).status).toBe(may ? 200 : 403)
    expect((await call(`/off-channel/${id}`, { token: theirs })).status).toBe(may ? 200 : 403)
    for (const path of ['/off-channel', `/off-channel/${id}/request`, '/off-channel/none/request']) {
      const sent = await unchanged(world.sql, () => call(path, { token: theirs, body: 'no json at all' }))
      expect(sent.status, path).toBe(may ? (path.includes('none') ? 404 : 400) : 403)
    }
  },
)
