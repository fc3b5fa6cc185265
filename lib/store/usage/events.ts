import type { RejectedEvent, StoredEvent } from '@/lib/usage-data/collecting/pseudonymise'
import { type Database, database } from '../database/client'

/** A little over a year, to compare with. */
const COUNTED_DAYS = 400

/** The outcome of events that were taken. */
const STORED = 'stored'

/** Something that couldn't be taken, `times` times. */
export type RejectedRow = RejectedEvent & { id: string; times: number }

/** So many events of one outcome, such as the reason for which they weren't taken. */
export interface Counted {
  outcome: string
  times: number
}

/**
 * Adds events, a sample of what was rejected and how many came of all, all or none, in one statement. An event whose id was added before is left out.
 * Everything is pseudonymised already: what fails here can quote nothing personal.
 * @throws when it isn't certain that all of it is durable
 */
export async function insertEvents(
  events: readonly StoredEvent[],
  rejected: readonly RejectedRow[],
  counted: readonly Counted[] = [],
  db: Database = database(),
): Promise<void> {
  await db.$executeRaw`
    with given as (
      select distinct on (id) * from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(
        id uuid, "keptMonths" smallint, event text, "happenedAt" timestamptz, app text, platform text,
        "userPseudonym" text, "sessionPseudonym" text, "devicePseudonym" text, "keyVersion" integer,
        "projectId" text, "namespaceId" text, country text, region text, page text, referrer text,
        label text, property text, value double precision, fields jsonb, fingerprint text)
       order by id
    ), fresh as (
      insert into usage_seen (id, collected_on) select id, (now() at time zone 'UTC')::date from given
      on conflict (id) do nothing returning id
    ), refused as (
      insert into usage_rejected (id, collected_at, reason, event, user_pseudonym, times, fields)
      select id, now(), reason, event, "userPseudonym", times, fields
        from jsonb_to_recordset(${JSON.stringify(rejected)}::jsonb) as r(
          id uuid, reason text, event text, "userPseudonym" text, times integer, fields jsonb)
    ), outcomes as (
      select outcome, sum(times) as times from (
        select outcome, times from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as c(outcome text, times bigint)
        union all select ${STORED}, count(*) from fresh) came
      group by outcome having sum(times) > 0 order by outcome
    ), received as (
      insert into usage_received as held (day, outcome, times)
      select (now() at time zone 'UTC')::date, outcome, times from outcomes
      on conflict (day, outcome) do update set times = held.times + excluded.times
    )
    insert into usage_event (id, kept_months, collected_at, event, happened_at, app, platform, user_pseudonym,
      session_pseudonym, device_pseudonym, key_version, project_id, namespace_id, country, region, page, referrer,
      label, property, value, fields, fingerprint)
    select id, "keptMonths", now(), event, "happenedAt", app, platform, "userPseudonym", "sessionPseudonym",
      "devicePseudonym", "keyVersion", "projectId", "namespaceId", country, region, page, referrer, label, property,
      value, fields, fingerprint
      from given join fresh using (id)`
}

/** How many events were stored today. */
export async function storedToday(db: Database = database()): Promise<number> {
  const [row] = await db.$queryRaw<{ times: number }[]>`
    select times::float8 as times from usage_received
    where day = (now() at time zone 'UTC')::date and outcome = ${STORED}`
  return row?.times ?? 0
}

/** What came on days that no figure speaks of any more. @returns how many rows */
export const deleteReceivedBefore = (db: Database = database()): Promise<number> =>
  db.$executeRaw`
    delete from usage_received where day < (now() at time zone 'UTC')::date - ${COUNTED_DAYS}::integer`
