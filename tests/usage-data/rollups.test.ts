import { beforeEach, expect, test } from 'vitest'
import { rollUp } from '@/lib/store/usage/rollups'
import { testDatabase } from '../support/database'
import { noon, someEvents } from './some-events'

const base = await testDatabase()
const { db, sql } = base

const seen = { event: 'seen', namesUsers: true, query: null }
const opened = { event: 'opened', namesUsers: false, query: null }
const requests = { event: 'requests', namesUsers: false, query: 'requests-submitted' }
const kinds = [seen, opened, requests]

const dayOf = (daysAgo: number) => noon(daysAgo).toISOString().slice(0, 10)
const daily = async (event: string) =>
  await sql<{ day: string; count: number; users: number | null }>(
    `select day::text, count, users from usage_daily where event = $1 order by day`,
    [event],
  )
const window = async (event: string, days: number, daysAgo: number) =>
  (
    await sql<{ count: number; users: number | null }>(
      `select count, users from usage_window where event = $1 and days = $2 and ends_on = $3`,
      [event, days, dayOf(daysAgo)],
    )
  )[0]
const everything = async () => [
  await sql(`select * from usage_daily order by event, day`),
  await sql(`select * from usage_window order by event, days, ends_on`),
]
const untilDone = async () => {
  let days = 0
  for (let more = await rollUp(kinds, db); more > 0; more = await rollUp(kinds, db)) days += more
  return days
}

beforeEach(async () => {
  await sql(`truncate usage_daily, usage_window, usage_event`)
})

test('a day is counted when a whole day has passed since it ended, by UTC', async () => {
  const justBefore = noon(3)
  justBefore.setUTCHours(23, 59, 59, 999)
  const justAfter = new Date(justBefore.getTime() + 1)
  await someEvents(base, [
    { event: 'seen', at: justBefore, user: 'a' },
    { event: 'seen', at: justAfter, user: 'a' },
    { event: 'seen', at: justAfter, user: 'b' },
    { event: 'seen', at: noon(1), user: 'c' },
    { event: 'seen', at: noon(0), user: 'c' },
    { event: 'undefined', at: noon(3) },
  ])
  expect(await untilDone()).toBe(2)
  expect(await daily('seen')).toEqual([
    { day: dayOf(3), count: 1, users: 1 },
    { day: dayOf(2), count: 2, users: 2 },
  ])
  expect(await daily('opened')).toEqual([
    { day: dayOf(3), count: 0, users: null },
    { day: dayOf(2), count: 0, users: null },
  ])
  expect(await daily('undefined')).toEqual([])
})

test('windows count events by their days, and each user once', async () => {
  await someEvents(base, [
    { event: 'seen', at: noon(30), user: 'long ago' },
    ...[29, 9, 8, 2].map(days => ({ event: 'seen', at: noon(days), user: 'a' })),
    { event: 'seen', at: noon(8), user: 'b' },
    { event: 'seen', at: noon(5), user: null },
    { event: 'opened', at: noon(5), user: 'never counted' },
  ])
  await untilDone()
  expect(await window('seen', 7, 2)).toEqual({ count: 4, users: 2 })
  expect(await window('seen', 28, 2)).toEqual({ count: 6, users: 2 })
  expect(await window('seen', 28, 3)).toEqual({ count: 6, users: 3 })
  expect(await window('opened', 7, 2)).toEqual({ count: 1, users: null })
})

test('users of every span are what counting them one by one finds', async () => {
  const list = Array.from({ length: 400 }, (_, at) => ({
    event: 'seen',
    at: noon(2 + ((at * 7919) % 45)),
    user: `u${(at * 104729) % 23}`,
  }))
  await someEvents(base, list)
  await untilDone()
  for (let end = 2; end <= 46; end++)
    for (const days of [7, 28]) {
      const within = list.filter(item => item.at <= noon(end) && item.at > noon(end + days))
      expect(await window('seen', days, end)).toEqual({
        count: within.length,
        users: new Set(within.map(item => item.user)).size,
      })
    }
})

test('after a gap it takes up where it ended, a few days at a time, and never counts a day twice', async () => {
  await someEvents(base, [
    { event: 'seen', at: noon(40), user: 'a' },
    { event: 'seen', at: noon(20), user: 'b' },
  ])
  const first = await rollUp(kinds, db)
  expect(first).toBe(5)
  expect((await daily('seen')).map(row => row.day)).toEqual([40, 39, 38, 37, 36].map(dayOf))
  expect(first + (await untilDone())).toBe(39)
  const before = await everything()
  // Late by weeks: the day is closed.
  await someEvents(base, [{ event: 'seen', at: noon(20), user: 'late' }])
  expect(await rollUp(kinds, db)).toBe(0)
  expect(await everything()).toEqual(before)
})

test('two workers at once count every day once', async () => {
  await someEvents(
    base,
    Array.from({ length: 20 }, (_, at) => ({ event: 'seen', at: noon(at + 2), user: `u${at}` })),
  )
  for (let rest = 20; rest > 0; ) {
    const [first, second] = await Promise.all([rollUp(kinds, db), rollUp(kinds, db)])
    rest -= first + second
    expect(rest).toBeGreaterThanOrEqual(0)
  }
  const rows = await daily('seen')
  expect(rows.length).toBe(20)
  expect(rows.every(row => row.count === 1)).toBe(true)
})

test('after an erasure the figures stay', async () => {
  await someEvents(base, [
    { event: 'seen', at: noon(4), user: 'goes' },
    { event: 'seen', at: noon(4), user: 'stays' },
  ])
  await untilDone()
  const before = await everything()
  await sql(`delete from usage_event where user_pseudonym = 'goes'`)
  expect(await untilDone()).toBe(0)
  expect(await everything()).toEqual(before)
})

test('rows of our own tables are counted as numbers, from before the first event on', async () => {
  const fields = `(id, reference, type, subject_type, state, email, email_key, requester_email, source, received_at, due_on, due_rule, waiting_on)`
  const add = async (id: string, at: Date) =>
    await sql(
      `insert into request ${fields} values ($1, $1, 'data-access', 'individual', 'submitted', 'r', 'r', 'r', 'api', $2, $2, 'test', 'nobody')`,
      [id, at],
    )
  await add('one', noon(6))
  await add('two', noon(4))
  await add('three', noon(4))
  await untilDone()
  expect((await daily('requests')).map(row => row.count)).toEqual([1, 0, 2, 0, 0])
  expect(await window('requests', 7, 2)).toEqual({ count: 3, users: null })
})
