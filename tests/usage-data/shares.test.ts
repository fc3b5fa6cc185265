import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import * as batch from '@/app/com.snowplowanalytics.snowplow/tp2/route'
import * as pixel from '@/app/i/route'
import { CLIENT_ADDRESS_HEADER } from '@/lib/auth/client-address'
import { collectEvents, collectOwnPages } from '@/lib/door/usage/collect'
import { GroupCommit, QueueFull } from '@/lib/door/usage/group-commit'
import { Shares } from '@/lib/door/usage/shares'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'
import { announce } from './collector'
import { pageView } from './given'

const { url, sql } = await testDatabase()
testEnvironment(url)

const SCHEMA = 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4'
const from = (address: string) => ({ optedOut: false, anonymous: false, address })
const send = (address: string, times = 1) =>
  collectEvents(
    Array.from({ length: times }, () => pageView({ eid: randomUUID() })),
    from(address),
  )
const post = async (address: string) => {
  const body = JSON.stringify({ schema: SCHEMA, data: [pageView({ eid: randomUUID() })] })
  const headers = { [CLIENT_ADDRESS_HEADER]: address }
  return (await batch.POST(new Request('http://habeas.test/x', { method: 'POST', headers, body }))).status
}
const get = async (address: string) => {
  const headers = { [CLIENT_ADDRESS_HEADER]: address }
  return (await pixel.GET(new Request('http://habeas.test/i?e=pv&p=web&tv=js-4.10.1', { headers }))).status
}
const stored = async () =>
  (await sql<{ event: string; n: number }>('select event, count(*)::int as n from usage_event group by 1'))
    .map(({ event, n }) => `${event} ${n}`)
    .sort()

/** A collector that has just started, with room for so many events a day. */
async function aDayOf(mostADay: number): Promise<void> {
  globalThis.habeasCollector = undefined
  await collectEvents([], from('unknown'))
  const collecting: { mostADay: number } | undefined = Reflect.get(globalThis, 'habeasCollector')
  if (!collecting) throw new Error('it has been asked')
  collecting.mostADay = mostADay
}

beforeEach(async () => {
  await sql('truncate usage_event, usage_rejected, usage_seen, usage_received')
  await announce(sql)
})

describe('one network’s share of a day', () => {
  test('is what the others are left, so nobody can use everybody’s day up', async () => {
    await aDayOf(8)
    const answers = []
    for (let at = 0; at < 8; at++) answers.push(await send('203.0.113.9'))
    expect(answers).toEqual([...Array(4).fill('stored'), ...Array(4).fill('too-many')])
    expect(await send('203.0.113.10')).toBe('stored')
    expect(await collectOwnPages(['/'])).toBe('stored')
    expect(await stored()).toEqual(['habeas_page_viewed 1', 'page_view 5'])
  })
  test('counts by the address that called, at either address of the collector', async () => {
    await aDayOf(4)
    expect([await post('203.0.113.9'), await get('203.0.113.9'), await post('203.0.113.9')]).toEqual([
      200, 200, 429,
    ])
    expect([await get('203.0.113.9'), await get('203.0.113.10')]).toEqual([429, 200])
  })
  test('is one for all networks of a site of IPv6', async () => {
    await aDayOf(4)
    const answers = []
    for (let at = 1; at <= 3; at++) answers.push(await send(`2001:db8:7:${at}::1`))
    expect(answers).toEqual(['stored', 'stored', 'too-many'])
    expect(await send('2001:db8:8::1')).toBe('stored')
  })
  test('is all that it asks for while the day has room', async () => {
    await aDayOf(1000)
    expect(await send('203.0.113.9', 450)).toBe('stored')
    expect(await send('203.0.113.9', 40)).toBe('stored')
  })
  test('is counted in the rejected stream where it is over', async () => {
    await aDayOf(2)
    await send('203.0.113.9')
    await send('203.0.113.9', 3)
    if (globalThis.habeasCollector) globalThis.habeasCollector.notedAt = 0
    await collectOwnPages(['/'])
    expect(await sql('select reason, times from usage_rejected')).toEqual([
      { reason: 'over-limit', times: 3 },
    ])
  })
  test('is given back where the database didn’t take it', async () => {
    await aDayOf(4)
    await sql('alter table usage_seen rename to away')
    for (let at = 0; at < 5; at++) expect(await send('203.0.113.9')).toBe('not-now')
    await sql('alter table away rename to usage_seen')
    expect(await send('203.0.113.9')).toBe('stored')
  })
})

test('a full day takes our own page views, up to their own bound', async () => {
  await aDayOf(1)
  await send('203.0.113.9')
  expect(await send('203.0.113.10')).toBe('too-many')
  expect(await collectOwnPages(['/', '/requests'])).toBe('stored')
  if (globalThis.habeasCollector) globalThis.habeasCollector.mostOwnADay = 2
  expect(await collectOwnPages(['/'])).toBe('too-many')
})

test('what a day holds already is known after a restart', async () => {
  await aDayOf(4)
  await send('203.0.113.9', 4)
  await aDayOf(4)
  expect(await send('203.0.113.10')).toBe('too-many')
})

describe('shares', () => {
  test('begin anew with each day', () => {
    const shares = new Shares(10)
    expect([shares.take('a', 5, 5, '2026-11-30'), shares.take('a', 1, 5, '2026-11-30')]).toEqual([
      true,
      false,
    ])
    expect(shares.take('a', 1, 5, '2026-12-01')).toBe(true)
  })
  test('of more networks than are remembered: those with the most stay known', () => {
    const shares = new Shares(10)
    shares.take('greedy', 100, 1000, '2026-11-30')
    for (let at = 0; at < 500; at++) shares.take(`network ${at}`, 1, 1000, '2026-11-30')
    expect(shares.size).toBeLessThanOrEqual(10)
    expect(shares.take('greedy', 1, 100, '2026-11-30')).toBe(false)
  })
})

test('one network fills no more of the queue than it leaves to others', async () => {
  let open = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  const queue = new GroupCommit<number>(() => opened, { most: 8, perWrite: 1 })
  const added = Array.from({ length: 4 }, (_, at) => queue.add([at], 'a'))
  await expect(queue.add([5], 'a')).rejects.toThrow(QueueFull)
  added.push(queue.add([6], 'b'))
  open()
  await Promise.all(added)
  await queue.add([7], 'a')
})
