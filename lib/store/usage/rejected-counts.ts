import { type Database, database } from '../database/client'

/** How much of what was sent in the last days couldn't be taken, by reason, the most first. Counts only. */
export async function rejectedByReason(
  days: number,
  db: Database = database(),
): Promise<{ reason: string; count: number }[]> {
  return await db.$queryRaw<{ reason: string; count: number }[]>`
    select outcome as reason, sum(times)::float8 as count from usage_received
    where day > (now() at time zone 'UTC')::date - ${days}::int and outcome <> 'stored'
    group by outcome order by count desc, reason`
}
