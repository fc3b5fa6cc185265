import { type Database, database } from '../database/client'

/** Makes the partitions of this month and the next, where they are missing. */
export async function ensurePartitions(db: Database = database()): Promise<void> {
  await db.$queryRaw`
    select make_usage_partitions(day::date)::text from unnest(array[
      (now() at time zone 'UTC'), (now() at time zone 'UTC') + interval '1 month']) as day`
}

/** Drops what has been kept for its time. @returns the partitions that left */
export async function dropPartitions(db: Database = database()): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`select name from drop_usage_partitions(now()) as name`
  return rows.map(row => row.name)
}
