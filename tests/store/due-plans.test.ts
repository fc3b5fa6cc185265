import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { retentionDays } from '@/lib/core/settings/retention'
import type { Database } from '@/lib/store/database/client'
import type { Due, DueSweep } from '@/lib/store/database/due-tries'
import {
  authoritiesWaiting,
  deadlinesNear,
  holdsEnded,
  remindersDue,
  windowsRunOut,
} from '@/lib/store/request/due'
import { contentOutOfTime } from '@/lib/store/retention/retention'
import { filesOutOfTime } from '@/lib/store/retention/retention-files'
import { pickUpDeliveries } from '@/lib/store/webhooks/upkeep'
import { Prisma } from '@/prisma/generated/client'
import { system } from '@/tests/factories/system'
import { testDatabase } from '@/tests/support/database'
import { testEnvironment } from '@/tests/support/environment'
import { manyRequests } from '@/tests/support/many-requests'

const ROWS = 100_000
const database = await testDatabase()
const { db, sql, url } = database
testEnvironment(url)
await manyRequests(database, ROWS)
// Everything of long ago is done, a little is to come, and a handful of each is due.
await sql(`insert into response_window (id, request_id, reason, days, opens_at, ends_at, remind_at, reminded_at, closed_at)
  select 'w' || id, id, 'verification', 7, received_at, received_at, received_at,
    case when state = 'closed' then now() end, case when state = 'closed' then now() end from request`)
await sql(`update response_window set ends_at = now() + interval '3 days', remind_at = now() + interval '1 day'
  where closed_at is null and id not in (select id from response_window where closed_at is null order by id limit 20)`)
await sql(`insert into hold (id, request_id, reason, placed_at, placed_by, until, released_at)
  select 'h' || id, id, 'other', received_at, 'privacy', received_at, case when not on_hold then now() end from request`)
await sql(`insert into authority (id, request_id, round, opened_at, result, decided_at, decided_by_id)
  select 'a' || id, id, 1, received_at, 'valid', now(), 'sam' from request where state = 'closed'`)
await sql(`insert into file (id, request_id, name, size, media_type, purpose, storage_key, sha256, added_by, removed_at)
  select 'f' || id, id, 'removed', 1, 'text/plain', 'hand-over', id, '', 'privacy', now() from request where state = 'closed'`)
await sql(
  `update request set deadline_reminder_at = now() + interval '1 day' where state in ('verifying', 'processing')`,
)
await sql(`update request set confirmed_at = received_at`)
await sql(`insert into webhook (id, url, secret, events) values ('hook', 'https://hooks.example', '', '{}')`)
await sql(`insert into webhook_delivery (id, webhook_id, type, body, state, created_at, last_at)
  select id, 'hook', 'request.closed', '{}', 'delivered', received_at, received_at from request`)
await sql('vacuum analyze')

interface Node {
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number | undefined
  Plans?: Node[] | undefined
}
const nodeSchema: z.ZodType<Node> = z.object({
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().optional(),
  get Plans() {
    return z.array(nodeSchema).optional()
  },
})
const answerSchema = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: nodeSchema })]) })])
const within = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(within)]

/** How many rows the queries of a sweep touched at most in one step. */
async function touched(sweep: (listening: Database) => Promise<unknown>): Promise<number> {
  const asked: Prisma.Sql[] = []
  const listening = new Proxy(db, {
    get(target, name, receiver) {
      if (name !== '$queryRaw') return Reflect.get(target, name, receiver)
      return (strings: readonly string[], ...values: unknown[]) => {
        const query = Prisma.sql(strings, ...values)
        asked.push(query)
        return target.$queryRaw(query)
      }
    },
  })
  await sweep(listening)
  expect(asked.length).toBeGreaterThan(0)
  const counts = []
  for (const { text, values } of asked) {
    const rows = await sql(`explain (analyze, format json) ${text}`, values)
    const [
      {
        'QUERY PLAN': [{ Plan }],
      },
    ] = answerSchema.parse(rows)
    for (const node of within(Plan)) {
      const { 'Actual Rows': kept, 'Actual Loops': loops, 'Rows Removed by Filter': removed = 0 } = node
      counts.push((kept + removed) * loops)
    }
  }
  return Math.max(...counts)
}

const days = retentionDays.parse({})

test.each<[string, (listening: Database) => Promise<unknown>]>([
  ['windows', listening => windowsRunOut(system, listening)],
  ['reminders', listening => remindersDue(system, listening)],
  ['holds', listening => holdsEnded(system, listening)],
  ['authorities', listening => authoritiesWaiting(system, [5, 10], listening)],
  ['deadlines', listening => deadlinesNear(system, listening)],
  ['content', listening => contentOutOfTime(system, days, listening)],
  ['files', listening => filesOutOfTime(system, days, listening)],
  ['deliveries', listening => pickUpDeliveries(system, listening)],
])('among many requests, what is due is found by index: %s', async (_name, sweep) => {
  expect(await touched(sweep)).toBeLessThan(ROWS / 50)
})

describe('what was tried in vain', () => {
  beforeAll(async () => {
    await sql(`update response_window set remind_at = now() - interval '1 day' where id in
      (select w.id from response_window w join request r on r.id = w.request_id
       where w.closed_at is null and w.ends_at > now() and r.state = 'verifying' and not r.on_hold order by w.id limit 3)`)
    await sql(`update authority set result = null, decided_at = null, opened_at = now() - interval '6 days'
      where id in (select id from authority order by id limit 3)`)
    await sql(`update request set state = 'verifying', outcome = null, closed_at = null
      where id in (select request_id from authority where result is null)`)
    await sql(`update request set deadline_reminder_at = now() - interval '1 day'
      where id in (select id from request where state = 'processing' order by id limit 3)`)
  })
  const waitsIn = (sweep: string, keys: string[]) =>
    sql(
      `insert into due_try (sweep, key, attempts, problem, first_at, last_at, next_try_at)
       select $1, key, 1, 'Error', now(), now(), now() + interval '1 hour' from unnest($2::text[]) key`,
      [sweep, keys],
    )
  test.each<[DueSweep, () => Promise<Due[]>]>([
    ['windows', () => windowsRunOut(system)],
    ['reminders', () => remindersDue(system)],
    ['holds', () => holdsEnded(system)],
    ['authorities', () => authoritiesWaiting(system, [5, 10])],
    ['deadlines', () => deadlinesNear(system)],
  ])('is left out while it waits, and the rest stays: %s', async (sweep, due) => {
    const keys = async () => (await due()).map(row => row.id)
    const [first = '', ...rest] = await keys()
    expect(rest).not.toEqual([])
    await waitsIn('orphans', [first, ...rest])
    expect(await keys()).toEqual([first, ...rest])
    await waitsIn(sweep, [first])
    expect(await keys()).not.toContain(first)
    expect(await keys()).toEqual(expect.arrayContaining(rest))
    await sql('delete from due_try')
  })
})
