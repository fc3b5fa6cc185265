import { type Database, database } from '../database/client'

/** So many failures in a row, and the system is left alone for a while. */
const OPENS_AFTER = 10
const OPEN_SECONDS = 20

/** What is shared about a system at this moment; null where it is connected no more. */
export interface TrafficState {
  /** How many seconds it is to be left alone; 0 where it may be asked. */
  pauseSeconds: number
  failures: number
}

export async function trafficOf(key: string, db: Database = database()): Promise<TrafficState | null> {
  const [row] = await db.$queryRaw<TrafficState[]>`
    select failures, greatest(0, extract(epoch from paused_until - clock_timestamp()))::float8 as "pauseSeconds"
    from connected_system where key = ${key}`
  return row ? { failures: row.failures, pauseSeconds: row.pauseSeconds ?? 0 } : null
}

/** It answered: healthy again. Writes nothing where that is known, as it is at nearly every call. */
export async function recordAnswer(key: string, db: Database = database()): Promise<void> {
  await db.$executeRaw`
    update connected_system set failures = 0, health = 'ok', health_words = null,
      health_since = case when health = 'ok' then health_since else clock_timestamp() end
    where key = ${key} and (failures > 0 or health <> 'ok')`
}

/** It failed: says so, and leaves it alone for a while after several in a row. */
export async function recordFailure(key: string, words: string, db: Database = database()): Promise<void> {
  await db.$executeRaw`
    update connected_system set failures = failures + 1, health = 'failing', health_words = ${words},
      health_since = case when health = 'failing' then health_since else clock_timestamp() end,
      paused_until = case when failures + 1 >= ${OPENS_AFTER}::int
        then greatest(paused_until, clock_timestamp() + make_interval(secs => ${OPEN_SECONDS}::float8))
        else paused_until end
    where key = ${key}`
}

/** A person wants to know now whether it answers again: an open circuit lets the next call through. */
export async function closeCircuit(key: string, db: Database = database()): Promise<void> {
  await db.$executeRaw`
    update connected_system set paused_until = null, failures = ${OPENS_AFTER - 1}::int
    where key = ${key} and failures >= ${OPENS_AFTER}::int`
}

/** It asked us to wait; no worker asks it anything before then. */
export async function pauseSystem(key: string, seconds: number, db: Database = database()): Promise<void> {
  await db.$executeRaw`
    update connected_system
    set paused_until = greatest(paused_until, clock_timestamp() + make_interval(secs => ${seconds}::float8))
    where key = ${key}`
}
