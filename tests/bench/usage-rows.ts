import { asOwner } from './fill'

/** How many different people are behind the events. */
const PEOPLE = 200_000
const DAYS = 92

/** Kinds of events and their share, in the order of a product's day: many pages, few invitations. */
const KINDS = ['page_view', 'page_view', 'page_view', 'page_view', 'page_view', 'page_view', 'issue_created']
const RARER = ['pipeline_started', 'pipeline_started', 'invite_sent']

/** Adds so many events of the last 92 days to a migrated database, as the collector would have left them. */
export async function fillEvents(url: string, events: number): Promise<void> {
  await asOwner(url, async client => {
    await client.query(`set maintenance_work_mem = '256MB'`)
    await client.query(
      `select make_usage_partitions(month::date) from generate_series(
         date_trunc('month', current_date - ${DAYS}), current_date + interval '1 month', interval '1 month') as one(month)`,
    )
    const { rows } = await client.query<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = 'usage_event'::regclass`,
    )
    for (const { name } of rows) await client.query(`drop index ${name}`)
    await client.query(
      `insert into usage_event (id, kept_months, collected_at, happened_at, event, app, platform, user_pseudonym,
         key_version, project_id, namespace_id, page, fingerprint)
       select gen_random_uuid(), 12, at, at - interval '1 second', ($2::text[])[1 + number % ${KINDS.length + RARER.length}],
         'gl', 'web', left(md5(person::text) || md5((person + 1)::text), 43), 1, (person % 40000)::text,
         (person % 9000)::text, '/namespace:ID/project:ID/-/issues', 'bench'
       from generate_series(0, $1::bigint - 1) as one(number)
       cross join lateral (select (hashint8(number) & 2147483647) % ${PEOPLE} as person,
         current_date - ${DAYS} + number::float8 * (interval '${DAYS} days' / $1::bigint::float8) as at) two`,
      [events, [...KINDS, ...RARER]],
    )
    // A partitioned index tells of itself alone.
    for (const { definition } of rows) await client.query(definition.replace(' ON ONLY ', ' ON '))
    await client.query(`vacuum (analyze) usage_event`)
  })
}
