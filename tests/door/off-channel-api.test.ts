import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { offChannelRules } from '@/lib/core/off-channel/answers'
import { offChannelPage, offChannelView } from '@/lib/core/off-channel/off-channel-view'
import { roles } from '@/lib/core/people/actor'
import { retentionDays } from '@/lib/core/settings/retention'
import { env } from '@/lib/env'
import { looseParts } from '@/lib/store/retention/retention'
import { teamAddress } from '@/lib/store/settings/settings'
import { system } from '@/tests/factories/system'
import { aWorld } from '@/tests/factories/world'
import { aToken, call } from '@/tests/support/api'
import { unchanged } from '@/tests/support/unchanged'

const world = await aWorld()
const token = await aToken('support-engineer')
const ticket = 'https://support.example/tickets/4711'

const post = (body: object, headers = {}) => call('/off-channel', { token, body, headers })
const note = 'About an earlier answer'
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
    const entry = await log({ asksFor, answer: answer.key, note })
    expect(entry).toMatchObject({
      asksFor,
      ticket,
      answer: { key: answer.key, label: answer.label, macro: answer.macro ?? null },
      solve: answer.ticket === 'solved',
      opens: answer.opens ?? null,
      dueOn: answer.privacyBy || answer.countsFor ? expect.any(String) : null,
      solved: false,
      finishedAt: null,
      reference: null,
    })
    expect(entry.answer.text).not.toMatch(/[{}]/)
    expect((await call(`/off-channel/${entry.id}`, { token })).body).toEqual(entry)
  })
  test.each([
    ['letter', 'data-rectification', 'rectification'],
    ['letter', 'rectification', 'rectification'],
    ['telephone', 'objection', 'objection'],
    ['mail', 'marketing-opt-out', 'marketing-opt-out'],
  ])('by %s that asks for %s gets the link, a due date, and no macro', async (channel, asksFor, known) => {
    const notices = () => world.sql(`select count(*)::int as n from outbox where kind = 'off-channel-notice'`)
    const before = await notices()
    expect(await log({ channel, asksFor })).toMatchObject({
      channel,
      asksFor: known,
      answer: { key: 'privacy-center-link', macro: null },
      solve: true,
      dueOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T23:59:59/),
    })
    expect(await notices(), 'Privacy has nothing to do with it').toEqual(before)
  })
  test.each(['complaint', 'restriction', 'consent-withdrawal', 'other'])(
    '%s goes to Privacy with a due date that the answer names, and Privacy is told',
    async asksFor => {
      const entry = await log({ channel: 'letter', asksFor, note })
      const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: env().orgTimeZone }).format(
        new Date(entry.dueOn ?? ''),
      )
      expect(entry.answer.text).toContain(day)
      expect(entry).toMatchObject({ answer: { key: 'to-privacy' }, solve: false, note })
      const told = await world.sql<{ kind: string; recipient: string }>(
        `select kind, recipient from outbox where kind = 'off-channel-notice' order by created_at desc limit 1`,
      )
      expect(told).toEqual([
        { kind: 'off-channel-notice', recipient: await teamAddress('privacy', env().mailFrom) },
      ])
    },
  )
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
    [{ asksFor: 'data-access', channel: 'smoke' }, 'channel'],
    [{ asksFor: 'complaint' }, 'note'],
    [{ asksFor: 'data-portability', destination: 'the moon' }, 'destination'],
    [{ asksFor: 'data-access', ticket: 'javascript:alert(1)' }, 'ticket'],
    [{ asksFor: 'data-access', solved: true }, 'solved'],
    [{ asksFor: 'data-access', receivedOn: '2026-02-30' }, 'receivedOn'],
    [{ asksFor: 'data-access', country: 'Atlantis' }, 'country'],
    [{ asksFor: 'data-access', country: 'DE', region: 'US-CA' }, 'region'],
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
    expect(second).toMatchObject({
      status: 409,
      body: { reason: 'conflict', title: `A request was opened for this already: ${reference}.` },
    })
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

describe('what becomes of an entry', () => {
  const act = (id: string, command: string, body: object = {}, as = token) =>
    call(`/off-channel/${id}/commands/${command}`, { token: as, body })
  const listed = async (state: string) =>
    offChannelPage
      .parse((await call(`/off-channel?limit=100&state=${state}`, { token })).body)
      .items.map(({ id }) => id)

  test('is solved when somebody says so, with the day and who; logging it solves nothing', async () => {
    const { id, solved } = await log({ asksFor: 'data-access' })
    expect(solved).toBe(false)
    expect(await listed('open')).toContain(id)
    const done = await act(id, 'solve')
    expect(done).toMatchObject({
      status: 200,
      body: { solved: true, finishedAt: expect.any(String), finishedBy: expect.any(String) },
    })
    expect(await listed('open')).not.toContain(id)
    expect(await listed('finished')).toContain(id)
    const again = await unchanged(world.sql, () => act(id, 'solve'))
    expect(again).toMatchObject({
      status: 409,
      body: { reason: 'conflict', title: expect.stringMatching(/ended this entry already/) },
    })
  })
  test('that was kept ends with a note, and not without', async () => {
    const { id } = await log({ asksFor: 'data-portability' })
    const without = await unchanged(world.sql, () => act(id, 'finish', { note: ' ' }))
    expect(without).toMatchObject({ status: 422, body: { fields: { note: expect.any(String) } } })
    expect(await act(id, 'finish', { note: 'They have moved' })).toMatchObject({
      status: 200,
      body: { solved: false, finishNote: 'They have moved' },
    })
  })
  test('of what Privacy answers is said by Privacy alone, with a note', async () => {
    const { id } = await log({ asksFor: 'complaint', note })
    const privacy = await aToken('privacy')
    expect((await unchanged(world.sql, () => act(id, 'finish', { note }))).status).toBe(403)
    expect((await unchanged(world.sql, () => act(id, 'solve', {}, privacy))).status).toBe(422)
    expect((await act(id, 'finish', { note: 'Answered by letter' }, privacy)).status).toBe(200)
  })
  test('is overdue once the due date has passed and nobody has ended it', async () => {
    const { id } = await log({ asksFor: 'other', note })
    expect(await listed('overdue')).not.toContain(id)
    await world.sql(`update off_channel set due_on = now() - interval '1 day' where id = $1`, [id])
    expect(await listed('overdue')).toContain(id)
    await act(id, 'finish', { note }, await aToken('privacy'))
    expect(await listed('overdue')).not.toContain(id)
  })
  test('of somebody who moves away depends on where to, once they have said it', async () => {
    const { id, answer } = await log({ asksFor: 'data-portability' })
    expect(answer.text).toContain('Which platform do you want to move to?')
    const known = await act(id, 'clarify', { destination: 'gitea' })
    expect(known).toMatchObject({ status: 200, body: { destination: 'gitea' } })
    expect(Object(Object(known.body).answer).text).toContain('To move to Gitea or Forgejo:')
    const { id: other } = await log({ asksFor: 'data-access' })
    expect((await act(other, 'clarify', { destination: 'gitea' })).status).toBe(422)
  })
  test('says that a request is open only once it is', async () => {
    const { id, answer } = await log({ asksFor: 'forum-deletion' })
    for (const asked of ['profile', 'username', 'email address']) expect(answer.text).toContain(asked)
    expect(answer.text).not.toContain('We have opened')
    const body = {
      email: 'rosa@people.example',
      forumProfile: 'https://forum.example/u/rosa',
      forumUsername: 'rosa',
    }
    expect((await call(`/off-channel/${id}/request`, { token, body })).status).toBe(201)
    const now = offChannelView.parse((await call(`/off-channel/${id}`, { token })).body)
    expect(now.answer.text).toContain('We have opened a request')
  })
  test('keeps what was typed out of the audit log, and takes it out of the entry after its time', async () => {
    const { id } = await log({ asksFor: 'data-portability' })
    await act(id, 'finish', { note: 'finish-canary' })
    const audit = await world.sql('select facts::text from audit_entry')
    expect(JSON.stringify(audit)).not.toContain('canary')
    await world.sql(`update off_channel set finished_at = finished_at - interval '400 days' where id = $1`, [
      id,
    ])
    await looseParts(system, retentionDays.parse({}))['off-channel tickets']?.()
    expect((await call(`/off-channel/${id}`, { token })).body).toMatchObject({
      finishNote: null,
      ticket: null,
    })
  })
  test.each(['burn', 'constructor'])('knows no act %s', async name => {
    const { id } = await log({ asksFor: 'data-access' })
    expect((await act(id, name)).status).toBe(404)
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
    const paths = ['', `/${id}/request`, '/none/request', `/${id}/commands/solve`, '/none/commands/finish']
    for (const path of paths.map(rest => `/off-channel${rest}`)) {
      const sent = await unchanged(world.sql, () => call(path, { token: theirs, body: 'no json at all' }))
      expect(sent.status, path).toBe(may ? (path.includes('none') ? 404 : 400) : 403)
    }
  },
)
