import { type Database, database } from '../database/client'

/** How much of what was sent in the last days couldn't be taken, by reason, the most first. Counts only. */
export async function rejectedByReason(
  days: number,
  db: Database = database(),
): Promise<{ reason: string; count: number }[]> {
  return await db.$queryRaw<{ reason: string; count: number }[]>`
    select reason, sum(times)::float8 as count from usage_rejected
    where collected_at > now() - make_interval(days => ${days}::int)
    group by reason order by count desc, reason`
}
