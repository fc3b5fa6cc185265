import { type Database, database } from '../database/client'
import type { Due } from '../database/due-tries'

/** Makes the partitions of this month and the next, where they are missing. */
export async function ensurePartitions(db: Database = database()): Promise<void> {
  await db.$queryRaw`
    select make_usage_partitions(day::date)::text from unnest(array[
      (now() at time zone 'UTC'), (now() at time zone 'UTC') + interval '1 month']) as day`
}

/** Partitions that have been kept for their time, the oldest first. */
export async function partitionsOutOfTime(db: Database = database()): Promise<Due[]> {
  return await db.$queryRaw<Due[]>`select id from usage_partitions_out_of_time(now()) as id`
}

/** Drops one of them. False where it is gone already. @throws when it can't be dropped */
export async function dropPartition(name: string, db: Database = database()): Promise<boolean> {
  const [row] = await db.$queryRaw<{ dropped: boolean }[]>`
    select drop_usage_partition(${name}, now()) as dropped`
  return row?.dropped ?? false
}
