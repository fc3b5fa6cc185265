import { expect, test } from 'vitest'
import { dropPartition, ensurePartitions, partitionsOutOfTime } from '@/lib/store/usage/partitions'
import { deleteSeenBefore } from '@/lib/store/usage/seen'
import { usageStorage } from '@/lib/worker/sweeps/usage-storage'
import { testDatabase } from '@/tests/support/database'

const { sql } = await testDatabase()
const partitions = async () =>
  (
    await sql<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relname ~ '^usage_(event|rejected).*_\\d{4}_\\d{2}$' order by 1`,
    )
  ).map(row => row.name)

test('there is a partition for this month and the next, no matter which role makes it and how often', async () => {
  await Promise.all([ensurePartitions(), ensurePartitions()])
  await ensurePartitions()
  expect(await partitions()).toHaveLength(14)
})

test('what has been kept for its time is gone with its partition, and nothing else', async () => {
  await sql(
    `select make_usage_partitions((now() - make_interval(months => n))::date) from generate_series(0, 40) n`,
  )
  const event = (months: number, age: number) =>
    sql(
      `insert into usage_event (id, kept_months, collected_at, event, key_version, fingerprint)
       values (gen_random_uuid(), $1, now() - make_interval(months => $2), 'page_view', 1, '')`,
      [months, age],
    )
  for (const age of [0, 1, 4, 14, 37]) for (const months of [1, 3, 12, 36]) await event(months, age)
  for (const { id } of await partitionsOutOfTime()) expect(await dropPartition(id)).toBe(true)
  const left = await sql<{ kept_months: number; ages: number }>(
    'select kept_months, count(*)::int as ages from usage_event group by 1 order by 1',
  )
  expect(left.map(row => [row.kept_months, row.ages])).toEqual([
    [1, 2],
    [3, 2],
    [12, 3],
    [36, 4],
  ])
  expect(await partitionsOutOfTime()).toEqual([])
  const [first = ''] = await partitions()
  expect(await dropPartition(first)).toBe(false)
  expect(await partitions()).toContain(first)
})

test('a partition that can’t be dropped keeps no other', async () => {
  await sql(
    `select make_usage_partitions((now() - make_interval(months => n))::date) from generate_series(2, 3) n`,
  )
  const [first, second] = await partitionsOutOfTime()
  await sql(`create view looks_on as select * from ${first?.id}`)
  await usageStorage.run()
  expect(await partitionsOutOfTime()).toEqual([first])
  expect(second).toBeDefined()
  expect(await sql('select sweep, key, attempts from due_try')).toEqual([
    { sweep: 'partitions', key: first?.id, attempts: 1 },
  ])
  await sql('drop view looks_on')
})

test('ids of events are forgotten when no tracker sends them again', async () => {
  await sql(`insert into usage_seen select gen_random_uuid(), current_date - n from generate_series(0, 30) n`)
  expect(await deleteSeenBefore()).toBeGreaterThanOrEqual(15)
  expect(await deleteSeenBefore()).toBe(0)
  expect(
    (await sql<{ n: number }>('select count(*)::int as n from usage_seen'))[0]?.n,
  ).toBeGreaterThanOrEqual(14)
})
