import { type Database, database } from '../database/client'

/** What the demo's people do: how likely on a working day, and how long after they opened a page. */
const habits = [
  { event: 'page_view', months: 12, odds: 0.3, minutes: 0, page: '/namespace:ID/project:ID' },
  { event: 'issue_created', months: 24, odds: 0.08, minutes: 7, page: '/namespace:ID/project:ID/-/issues' },
  { event: 'pipeline_started', months: 24, odds: 0.1, minutes: 25, page: null },
  {
    event: 'invite_sent',
    months: 24,
    odds: 0.012,
    minutes: 40,
    page: '/namespace:ID/project:ID/-/project_members',
  },
] as const

/**
 * Events of so many made-up people over so many days, for a demo: as the collector would have left them, under pseudonyms
 * that are nobody's. More people come week by week, few at weekends.
 */
export async function addDemoEvents(people: number, days: number, db: Database = database()): Promise<void> {
  await db.$queryRaw`
    select make_usage_partitions(month::date)::text from generate_series(
      date_trunc('month', current_date - ${days}::int), current_date + interval '1 month', interval '1 month') as one(month)`
  await db.$executeRaw`
    insert into usage_event (id, kept_months, collected_at, happened_at, event, app, platform, user_pseudonym,
      key_version, project_id, namespace_id, page, fingerprint)
    select gen_random_uuid(), habit.months, at + interval '1 second', at, habit.event, 'gl', 'web',
      translate(encode(sha256(convert_to('demo ' || person, 'UTF8')), 'base64'), '+/=', '-_'),
      1, (person % 40 + 1)::text, (person % 15 + 1)::text, habit.page, 'demo'
    from generate_series(1, ${people}::int) as one(person)
    cross join generate_series(current_date - ${days}::int, current_date - 1, interval '1 day') as two(day)
    cross join unnest(
      ${habits.map(habit => habit.event)}::text[], ${habits.map(habit => habit.months)}::int[],
      ${habits.map(habit => habit.odds)}::float8[], ${habits.map(habit => habit.minutes)}::int[],
      ${habits.map(habit => habit.page)}::text[]
    ) as habit(event, months, odds, minutes, page)
    cross join lateral (select day at time zone 'UTC' + interval '7 hours'
      + make_interval(mins => abs(hashtext(person || 'at' || day)) % 600 + habit.minutes) as at) moment
    where person <= ${people}::int * (0.55 + 0.45 * (1 - (current_date - day::date) / ${days}::float8))
      and abs(hashtext(person || habit.event || day)) % 10000
        < 10000 * habit.odds * case when extract(isodow from day) > 5 then 0.12 else 1 end`
}
