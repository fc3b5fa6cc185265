import { z } from 'zod'
import { type Database, database, type Transaction } from '../database/client'
import { databaseEvents } from './database-events'

/** One kind of event as the roll-up needs to know it. */
export interface RolledEvent {
  event: string
  /** Whether events of this kind name a (pseudonymous) user; where they don't, none are counted. */
  namesUsers: boolean
  /** Name of the query that counts it, where it comes from the database. */
  query: string | null
}

/** How far back the first roll-up looks: as far as a chart goes. */
const FIRST_DAYS = 90
/** Days that are rolled up at once, so that catching up after a gap holds nothing up for long. */
const AT_ONCE = 5
/** Whole days after its own that a day waits for what arrives late. */
const GRACE = 1

const spanSchema = z.tuple([z.object({ from: z.date(), to: z.date() })]).or(z.tuple([]))

/**
 * Counts the days that are over and were not counted yet, at most a few of them: by event and day, and over the 7 and 28
 * days that end with each. A day is one of UTC, by when the collector took the event. It is counted once, a whole day
 * after it ended, and never again: what is erased afterwards stays in the figures, and running this twice, or in two
 * workers, adds nothing.
 * @returns how many days were counted; 0 when nothing is left to do or another worker is at it
 */
export async function rollUp(events: readonly RolledEvent[], db: Database = database()): Promise<number> {
  return await db.$transaction(
    async tx => {
      const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtextextended('usage roll-up', 7)) as mine`
      if (!lock?.mine) return 0
      const [span] = spanSchema.parse(await daysLeft(tx, events))
      if (!span) return 0
      // Reading a month of events takes longer than a page may.
      await tx.$executeRaw`set local statement_timeout = '280s'`
      await tx.$executeRaw`set local work_mem = '64MB'`
      await addDays(tx, events, span.from, span.to)
      for (const { event, query } of events) if (query) await addCounted(tx, event, query, span.from, span.to)
      await addWindows(tx, events, span.from, span.to)
      return Math.round((span.to.getTime() - span.from.getTime()) / 86_400_000) + 1
    },
    { timeout: 300_000 },
  )
}

const namesOf = (events: readonly RolledEvent[]) => events.map(rolled => rolled.event)

/** The next few days that are to be counted, if any are. The first ever is that of the first event or request. */
async function daysLeft(tx: Transaction, events: readonly RolledEvent[]): Promise<unknown> {
  return await tx.$queryRaw`
    with today as (select (clock_timestamp() at time zone 'UTC')::date as day),
    first as (
      select coalesce(
        (select max(day) + 1 from usage_daily),
        greatest(
          (select day from today) - ${FIRST_DAYS + GRACE}::int,
          (least(
            (select min(one.at) from unnest(${namesOf(events)}::text[]) as kind(event), lateral (
              select collected_at as at from usage_event where event = kind.event order by collected_at limit 1) one),
            (select min(received_at) from request)
          ) at time zone 'UTC')::date)) as day
    )
    select first.day as "from", least(first.day + ${AT_ONCE - 1}::int, today.day - ${GRACE + 1}::int) as "to"
    from first, today where first.day <= today.day - ${GRACE + 1}::int`
}

/** A row for every event and day, also where there was none: a day without a row was never counted. */
async function addDays(tx: Transaction, events: readonly RolledEvent[], from: Date, to: Date): Promise<void> {
  const collected = events.filter(event => event.query === null)
  await tx.$executeRaw`
    insert into usage_daily (day, event, count, users)
    select days.day::date, kind.event, coalesce(found.count, 0),
      case when kind.names_users then coalesce(found.users, 0) end
    from generate_series(${from}::date, ${to}::date, interval '1 day') as days(day)
    cross join unnest(${namesOf(collected)}::text[], ${collected.map(event => event.namesUsers)}::boolean[])
      as kind(event, names_users)
    left join (
      select event, (collected_at at time zone 'UTC')::date as day, count(*)::int as count,
        count(distinct user_pseudonym)::int as users
      from usage_event
      where collected_at >= ${from}::date::timestamp at time zone 'UTC'
        and collected_at < (${to}::date + 1)::timestamp at time zone 'UTC'
      group by 1, 2
    ) found on found.event = kind.event and found.day = days.day::date
    on conflict do nothing`
}

async function addCounted(
  tx: Transaction,
  event: string,
  query: string,
  from: Date,
  to: Date,
): Promise<void> {
  const counted = databaseEvents[query]
  if (!counted) throw new Error(`no query of the database is called ${query}`)
  await tx.$executeRaw`
    insert into usage_daily (day, event, count)
    select days.day::date, ${event}, coalesce(found.count, 0)
    from generate_series(${from}::date, ${to}::date, interval '1 day') as days(day)
    left join (${counted(from, to)}) found on found.day = days.day::date
    on conflict do nothing`
}

/**
 * Counts add up from the days; users don't. So the last 28 days of events are read once for all the days together: a user
 * belongs to the last day on which they were seen until the next one, and to every span that reaches back to it.
 */
async function addWindows(
  tx: Transaction,
  events: readonly RolledEvent[],
  from: Date,
  to: Date,
): Promise<void> {
  const withUsers = events.filter(rolled => rolled.namesUsers).map(rolled => rolled.event)
  await tx.$executeRaw`
    with days as (select day::date from generate_series(${from}::date, ${to}::date, interval '1 day') as one(day)),
    seen as (
      select event, user_pseudonym collate "C" as person, (collected_at at time zone 'UTC')::date as day
      from usage_event
      where collected_at >= (${from}::date - 27)::timestamp at time zone 'UTC'
        and collected_at < (${to}::date + 1)::timestamp at time zone 'UTC'
        and user_pseudonym is not null and event = any(${withUsers}::text[])
      group by 1, 2, 3
    ),
    stays as (
      select event, day, next, count(*) as people
      from (select event, day, lead(day) over (partition by event, person order by day) as next from seen) one
      group by 1, 2, 3
    ),
    users as (
      select days.day, stays.event, sum(people) as month, sum(people) filter (where stays.day > days.day - 7) as week
      from days join stays on stays.day between days.day - 27 and days.day
        and (stays.next is null or stays.next > days.day)
      group by 1, 2
    )
    insert into usage_window (ends_on, days, event, count, users)
    select days.day, span.days, kind.event,
      (select coalesce(sum(count), 0) from usage_daily daily
       where daily.event = kind.event and daily.day between days.day - span.days + 1 and days.day),
      case when kind.event = any(${withUsers}::text[])
        then coalesce(case span.days when 7 then users.week else users.month end, 0) end
    from days cross join (values (7), (28)) as span(days)
    cross join unnest(${namesOf(events)}::text[]) as kind(event)
    left join users on users.day = days.day and users.event = kind.event
    on conflict do nothing`
}
