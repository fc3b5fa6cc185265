import { teams } from '@/lib/core/people/actor'
import { env } from '@/lib/env'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { daysToAnswer, isAnswered, isInTime } from '../request/answered'

/** From a moment until, and without, another; null where there is no bound. */
interface Span {
  from: Date | null
  until: Date | null
}

/** Aggregates only: each answers one row with one number. */
type MetricQuery = (span: Span) => Prisma.Sql

const within = (column: Prisma.Sql, { from, until }: Span): Prisma.Sql => Prisma.sql`
  ${column} is not null and (${from}::timestamptz is null or ${column} >= ${from}::timestamptz)
  and (${until}::timestamptz is null or ${column} < ${until}::timestamptz)`

const received = Prisma.sql`received_at`
const closed = Prisma.sql`closed_at`
const everything = Prisma.sql`true`

const requests =
  (moment: Prisma.Sql, which: Prisma.Sql = everything): MetricQuery =>
  span =>
    Prisma.sql`select count(*)::float8 as figure from request where ${within(moment, span)} and ${which}`

const now =
  (which: Prisma.Sql): MetricQuery =>
  () =>
    Prisma.sql`select count(*)::float8 as figure from request where ${which}`

const ended = (...outcomes: string[]) => requests(closed, Prisma.sql`outcome = any(${outcomes}::text[])`)
const ofType = (pattern: string) => requests(received, Prisma.sql`type like ${pattern}`)

const tasksDone =
  (which: Prisma.Sql = everything): MetricQuery =>
  span =>
    Prisma.sql`select count(*)::float8 as figure from task
      where state = 'resolved' and ${within(Prisma.sql`resolved_at`, span)} and ${which}`

/** A median over fewer would say how long single people waited. */
const MEDIAN_OF_AT_LEAST = 5

const queries: Readonly<Record<string, MetricQuery>> = {
  'requests received': requests(received),
  'requests confirmed': requests(Prisma.sql`confirmed_at`),
  'requests closed': requests(closed),
  'requests fulfilled': ended('fulfilled', 'already-deleted'),
  'requests answered': requests(closed, isAnswered),
  'requests answered in time': requests(closed, isInTime),
  'requests without account': ended('no-account'),
  'requests not verified': ended('not-verified'),
  'requests never confirmed': ended('unconfirmed'),
  'deletions received': ofType('%-deletion'),
  'access received': ofType('data-access'),
  'exports received': ofType('data-export'),
  'requests open': now(Prisma.sql`state <> 'closed'`),
  'requests overdue': now(Prisma.sql`state <> 'closed' and due_on < now()`),
  'median days': span => Prisma.sql`
    select case when count(*) >= ${MEDIAN_OF_AT_LEAST} then (percentile_cont(0.5) within group
      (order by ${daysToAnswer(env().orgTimeZone)}))::float8 end as figure
    from request where ${within(closed, span)} and ${isAnswered}`,
  'off-channel': span =>
    Prisma.sql`select count(*)::float8 as figure from off_channel
      where channel <> 'privacy-center' and ${within(received, span)}`,
  'tasks done': tasksDone(),
  ...Object.fromEntries(
    [...teams, 'system'].map(team => [`tasks done by ${team}`, tasksDone(Prisma.sql`team = ${team}`)]),
  ),
}

/** Names of the queries, for the check that every metric has one. */
export const metricQueryNames: readonly string[] = Object.keys(queries)

/**
 * The figure of a named query over a span; null where too few stand behind it.
 * @throws when there is no such query, or the database doesn't answer
 */
export async function metricFigure(
  name: string,
  span: Span,
  db: Database = database(),
): Promise<number | null> {
  const query = queries[name]
  if (!query) throw new Error(`there is no metric query ${name}`)
  const [row] = await db.$queryRaw<{ figure: number | null }[]>(query(span))
  return row?.figure ?? null
}

/**
 * What was counted of an event, from the roll-ups only; `over` null for all time. Null: of users, over all time.
 * @throws where those days are not counted (any more or yet), although earlier ones were
 */
export async function eventFigure(
  event: string,
  count: 'events' | 'users',
  over: { days: 7 | 28; endsOn: Date } | null,
  db: Database = database(),
): Promise<number | null> {
  if (over === null) {
    const [row] = await db.$queryRaw<{ figure: number | null }[]>`
      select coalesce(sum(count), 0)::float8 as figure from usage_daily where event = ${event}`
    return count === 'events' ? (row?.figure ?? 0) : null
  }
  const day = over.endsOn.toISOString().slice(0, 10)
  const [row] = await db.$queryRaw<{ count: number; users: number | null }[]>`
    select count, users from usage_window
    where event = ${event} and days = ${over.days} and ends_on = ${day}::date`
  if (row) return count === 'events' ? row.count : (row.users ?? 0)
  const [earlier] = await db.$queryRaw<{ found: boolean }[]>`
    select exists (select from usage_daily where event = ${event} and day <= ${day}::date) as found`
  if (earlier?.found) throw new Error(`${event} is not counted until ${day}`)
  return 0
}

/** Colleagues who can sign in. */
export const activeColleagues = (db: Database = database()): Promise<number> =>
  db.staff.count({ where: { disabledAt: null } })
