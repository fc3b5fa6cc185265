import pg from 'pg'
import { expect, test } from 'vitest'
import { funnelQuery, readFunnel } from '@/lib/store/usage/funnel'
import { funnelOf } from '@/lib/usage-data/figures/funnel'
import { staffOf } from '@/tests/factories/staff'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'
import { noon, someEvents } from './some-events'

const base = await testDatabase()
const { db, sql, url } = base
testEnvironment(url)
const priya = staffOf('privacy')

const people = (count: number, event: string, daysAgo: number, from = 0) =>
  Array.from({ length: count }, (_, at) => ({ event, at: noon(daysAgo), user: `user-${from + at}` }))

await someEvents(base, [
  ...people(20, 'see', 10),
  ...people(20, 'see', 3),
  // The second step before the first doesn't count; after it does, also when it was done before as well.
  ...people(8, 'do', 12),
  ...people(12, 'do', 9),
  ...people(3, 'share', 8),
  // Another order, and out of the span.
  ...people(9, 'share', 11, 3),
  ...people(30, 'see', 40, 100),
  ...people(30, 'do', 39, 100),
  { event: 'see', at: noon(5), user: null },
])

test('counts different users who went on, in order and in the span, and hides small groups', async () => {
  const funnel = await readFunnel(priya, { steps: ['see', 'do', 'share'], days: 28 }, db)
  expect(funnel).toEqual({
    minimum: 5,
    steps: [
      { place: 1, event: 'see', people: 20, share: 1 },
      { place: 2, event: 'do', people: 12, share: 0.6 },
      { place: 3, event: 'share', people: null, share: null },
    ],
  })
  expect(await readFunnel(priya, { steps: ['see', 'do'], days: 90 }, db)).toMatchObject({
    steps: [{ people: 50 }, { people: 42 }],
  })
  // The events of ten days ago are out of the week.
  expect(await readFunnel(priya, { steps: ['see', 'do'], days: 7 }, db)).toMatchObject({
    steps: [{ people: 20 }, { people: null }],
  })
})

test('the minimum is the organisation’s own', async () => {
  await sql(`insert into setting (key, value, updated_at) values ('minimum-group', '13', now())`)
  expect(await readFunnel(priya, { steps: ['see', 'do'], days: 28 }, db)).toMatchObject({
    steps: [{ people: 20 }, { people: null }],
  })
  await sql(`delete from setting where key = 'minimum-group'`)
})

test('the same step twice asks for doing it again', async () => {
  expect(await readFunnel(priya, { steps: ['see', 'see'], days: 28 }, db)).toMatchObject({
    steps: [{ people: 20 }, { people: null }],
  })
})

test('one statement, over the partitions of its span alone', async () => {
  for (const month of ['2024-01-01', '2024-02-01'])
    await sql(`select make_usage_partitions($1::date)`, [month])
  const { text, values } = funnelQuery({ steps: ['see', 'do', 'share'], days: 28 })
  const plan = JSON.stringify(await sql(`explain (analyze, format text) ${text}`, values))
  expect(plan).toMatch(/Scan[^"]* on usage_event_12m_/)
  expect(plan).not.toMatch(/Scan[^"]* on usage_event_\d+m_2024_0[12]/)
})

test('gives up in time, and says so', async () => {
  const asked = { steps: ['see', 'do'], days: 28 } as const
  const held = new pg.Client({ connectionString: url })
  await held.connect()
  try {
    await held.query('begin')
    await held.query('lock table usage_event in access exclusive mode')
    expect(await readFunnel(priya, asked, db, 100)).toBe('too-much')
  } finally {
    await held.end()
  }
})

test('what an address asks for is read with care', () => {
  const known = ['see', 'do']
  expect(funnelOf(['see', 'nothing', 'do'], '7', known)).toEqual({ steps: ['see', 'do'], days: 7 })
  expect(funnelOf(Array(9).fill('see'), '12', known)).toEqual({ steps: Array(5).fill('see'), days: 28 })
})
