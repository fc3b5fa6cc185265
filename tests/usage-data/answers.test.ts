import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { rejectedByReason } from '@/lib/store/usage/rejected-counts'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'
import { announce, serveCollector } from './collector'
import { pageView, rules } from './given'

const { url, sql } = await testDatabase()
testEnvironment(url)
const collector = await serveCollector()
afterAll(() => collector.close())

const SCHEMA = 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4'
const path = `${collector.url}/com.snowplowanalytics.snowplow/tp2`
const send = (events: unknown[], headers: Record<string, string> = {}) =>
  fetch(path, { method: 'POST', headers, body: JSON.stringify({ schema: SCHEMA, data: events }) })
const count = async (table: string) =>
  (await sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n

beforeEach(async () => {
  await sql('truncate usage_event, usage_rejected, usage_seen, usage_received')
  await announce(sql)
})

describe('what strangers send', () => {
  test('is counted by reason, and kept as a sample only', async () => {
    if (globalThis.habeasCollector) globalThis.habeasCollector.sample.since = 0
    const unknown = () => pageView({ e: 'se', se_ca: 'nobody', se_ac: 'knows' })
    for (let call = 0; call < 5; call += 1) await send(Array.from({ length: 100 }, unknown))
    await Promise.all(Array.from({ length: 50 }, () => fetch(path, { method: 'POST', body: 'nonsense' })))
    expect(await rejectedByReason(1)).toEqual([
      { reason: 'unknown-event', count: 500 },
      { reason: 'malformed', count: 50 },
    ])
    expect(await count('usage_rejected')).toBe(40)
    if (globalThis.habeasCollector) globalThis.habeasCollector.sample.since = 0
    await send([unknown()])
    expect(await count('usage_rejected')).toBe(41)
  })
  test('fills a day’s room and no more; trackers are told to come again', async () => {
    await send([pageView({ eid: randomUUID() })])
    const collecting = globalThis.habeasCollector
    if (!collecting) throw new Error('it has taken an event')
    const usual = collecting.mostADay
    collecting.mostADay = 1
    collecting.given = null
    const answer = await send([pageView({ eid: randomUUID() })])
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5'])
    expect(await count('usage_event')).toBe(1)
    collecting.mostADay = usual
    expect((await send([pageView({ eid: randomUUID() })])).status).toBe(200)
  })
})

test('an event that is sent twice is there once', async () => {
  const event = pageView({ eid: randomUUID() })
  await send([event, event])
  await Promise.all([send([event]), send([event, pageView({ eid: randomUUID() })])])
  expect(await count('usage_event')).toBe(2)
})

test.each([
  ['Sec-GPC', '1'],
  ['DNT', '1'],
])('%s is honoured: answered, and nothing is stored', async (name, value) => {
  expect((await send([pageView(), { odd: 'event' }], { [name]: value })).status).toBe(200)
  expect(
    (await fetch(`${collector.url}/i?e=pv&p=web&tv=js-4.10.1`, { headers: { [name]: value } })).status,
  ).toBe(200)
  expect([await count('usage_event'), await count('usage_rejected')]).toEqual([0, 0])
})

test('every answer keeps a browser on our side, and lets other sites’ trackers read it', async () => {
  const small = `${collector.url}/i?e=pv&p=web&tv=js-4.10.1`
  const origin = 'https://product.example'
  for (const answer of [
    await fetch(small, { headers: { origin } }),
    await send([pageView()], { origin }),
    await fetch(path, { method: 'POST', headers: { origin }, body: 'nonsense' }),
    await fetch(path, { method: 'OPTIONS', headers: { origin } }),
    await fetch(path, { headers: { origin } }),
    await fetch(small, { method: 'HEAD', headers: { origin } }),
    await fetch(small, { method: 'DELETE', headers: { origin } }),
  ]) {
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
})

test('what people weren’t told of is not collected', async () => {
  await announce(sql, new Map([...rules.prints].filter(([subject]) => subject !== 'event/page_view')))
  expect((await send([pageView({ uid: '7' })])).status).toBe(200)
  expect(await count('usage_event')).toBe(0)
  expect(await sql('select reason, event, user_pseudonym, fields from usage_rejected')).toEqual([
    { reason: 'not-announced', event: 'page_view', user_pseudonym: null, fields: {} },
  ])
  await announce(sql)
  await send([pageView({ uid: '7' })])
  expect(await count('usage_event')).toBe(1)
})

describe('answers that trackers know', () => {
  test('a storage that is down is tried again later, and then nothing is lost', async () => {
    await sql('alter table usage_seen rename to away')
    const event = pageView({ eid: randomUUID() })
    const answer = await send([event])
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    await sql('alter table away rename to usage_seen')
    expect((await send([event])).status).toBe(200)
    expect(await count('usage_event')).toBe(1)
  })
  test('more than fits is turned away whole, and counted', async () => {
    await send([pageView()])
    const big = () => Array.from({ length: 500 }, () => pageView({ eid: randomUUID() }))
    const holder = new pg.Client({ connectionString: url })
    await holder.connect()
    await holder.query('begin; lock table usage_seen in access exclusive mode')
    const sent = Array.from({ length: 60 }, () => send(big()))
    await Promise.race(sent)
    await holder.end()
    const answers = await Promise.all(sent)
    const statuses = answers.map(answer => answer.status)
    expect(new Set(statuses)).toEqual(new Set([200, 429]))
    const taken = statuses.filter(status => status === 200).length
    expect(await count('usage_event')).toBe(1 + taken * 500)
    if (globalThis.habeasCollector) globalThis.habeasCollector.notedAt = 0
    await send([pageView({ eid: randomUUID() })])
    const away = await sql<{ times: number }>(
      `select sum(times)::int as times from usage_rejected where reason = 'over-limit'`,
    )
    expect(away[0]?.times).toBe((60 - taken) * 500)
  })
  test.each([
    ['no JSON', 'e=pv'],
    ['another payload', JSON.stringify({ schema: 'iglu:a.b/c/jsonschema/1-0-0', data: [{}] })],
    ['no events', JSON.stringify({ schema: SCHEMA, data: [] })],
    ['too many events', JSON.stringify({ schema: SCHEMA, data: Array.from({ length: 501 }, () => ({})) })],
    ['no UTF-8', new Uint8Array([0xff, 0xfe])],
    ['nested without end', '['.repeat(200_000)],
    ['more than half a megabyte', ' '.repeat(600_000)],
    ['more than the web server takes', ' '.repeat(3_000_000)],
  ])('%s: 400, so that it isn’t sent again', async (_what, body) => {
    const answer = await fetch(path, { method: 'POST', body }).catch(() => null)
    // The web server hangs up on what is far too long; the answer may not be read any more.
    if (answer || body.length < 2_000_000) expect(answer?.status).toBe(400)
    expect(await count('usage_event')).toBe(0)
  })
  test('a browser on another site may send with its cookies, and gets none', async () => {
    const origin = 'https://git.example'
    const asked = await fetch(path, { method: 'OPTIONS', headers: { origin } })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-headers')).toContain('SP-Anonymous')
    const answer = await send([pageView()], { origin, cookie: 'habeas_session=x' })
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })
  test('the pixel is an image', async () => {
    const answer = await fetch(`${collector.url}/i?e=pv&p=web&tv=js-4.10.1&url=https%3A%2F%2Fx.example%2F`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/gif'])
    expect(await count('usage_event')).toBe(1)
    expect((await fetch(`${collector.url}/i?e=pv&p=web&tv=js-4.10.1`, { method: 'HEAD' })).status).toBe(405)
  })
  test('a tracker that asks for it is not recognised', async () => {
    await send([pageView({ uid: '7', sid: 's', duid: 'd' })], { 'SP-Anonymous': '*' })
    expect(await sql('select user_pseudonym, session_pseudonym, device_pseudonym from usage_event')).toEqual([
      { user_pseudonym: null, session_pseudonym: null, device_pseudonym: null },
    ])
  })
})
