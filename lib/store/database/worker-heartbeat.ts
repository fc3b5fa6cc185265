import { type Database, database, type Transaction } from './client'

/** A worker without a heartbeat for this long counts as dead. */
export const DEAD_AFTER_SECONDS = 60

/** Records that these workers are alive, by the database's clock. */
export async function heartbeat(ids: readonly string[], db: Database = database()): Promise<void> {
  await db.$executeRaw`
    insert into worker_beat (id, seen_at)
    select id, clock_timestamp() from unnest(${[...ids]}::text[]) as id
    on conflict (id) do update set seen_at = excluded.seen_at`
}

/** Removes workers that have shut down cleanly. */
export async function removeWorkers(ids: readonly string[], db: Database = database()): Promise<void> {
  await db.$executeRaw`delete from worker_beat where id = any(${[...ids]}::text[])`
}

/** The latest heartbeat of any worker, for health and doctor; undefined when there has never been one. */
export async function lastBeat(db: Database = database()): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<
    { seenAt: Date | null }[]
  >`select max(seen_at) as "seenAt" from worker_beat`
  return row?.seenAt ?? undefined
}

/**
 * Unlocks the jobs of dead workers. Newer locks are kept, because a worker that has just started
 * may not have sent a heartbeat yet.
 * @returns the ids of the dead workers
 */
export async function unlockDeadWorkers(tx: Transaction): Promise<string[]> {
  const dead = await tx.$queryRaw<{ id: string }[]>`
    select distinct jobs.locked_by as id
    from graphile_worker.jobs
    where jobs.locked_at < clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS}::float8)
      and not exists (
        select from worker_beat
        where worker_beat.id = jobs.locked_by
          and worker_beat.seen_at > clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS}::float8))`
  const ids = dead.map(row => row.id)
  if (ids.length > 0) {
    await tx.$queryRaw`select 1 as done from graphile_worker.force_unlock_workers(${ids}::text[])`
  }
  await tx.$executeRaw`delete from worker_beat where seen_at < clock_timestamp() - interval '1 day'`
  return ids
}
