import { limitHash } from '@/lib/secrets'
import { type Database, database } from '../database/client'

/** So many failures in a row, and the system is left alone for a while. */
const OPENS_AFTER = 10
const OPEN_SECONDS = 20
const WINDOW_SECONDS = 60

/** What became of asking whether a system may be called. */
interface Entered {
  /** How many seconds it is to be left alone; 0 where it may be asked. */
  pauseSeconds: number
  failures: number
  isHealthy: boolean
  /** Seconds until our own limit has room again; 0 where it has. */
  limitedSeconds: number
}

/**
 * Counts a call to a system, unless it is to be left alone; null where it is connected no more. One statement, as it runs before
 * every call; a power cut may lose the last counts, so that nobody waits for the disk.
 * @param perMinute of all processes together
 */
export async function enterSystem(
  key: string,
  perMinute: number,
  db: Database = database(),
): Promise<Entered | null> {
  const [row] = await db.$queryRaw<
    (Omit<Entered, 'limitedSeconds'> & { used: number | null; left: number })[]
  >`
    with clock as materialized (
      select (extract(epoch from clock_timestamp()) * 1000)::bigint as now, set_config('synchronous_commit', 'off', true)
    ), state as (
      select failures, health = 'ok' as healthy,
        greatest(0, coalesce(extract(epoch from paused_until - clock_timestamp()), 0))::float8 as pause
      from connected_system where key = ${key}
    ), taken as (
      insert into rate_limit as held (key, points, expire)
      select ${limitHash(`system:${key}`)}, 1, clock.now + ${WINDOW_SECONDS}::bigint * 1000 from clock, state where pause = 0
      on conflict (key) do update set
        points = case when held.expire <= (select now from clock) then 1 else least(held.points, 1000000000) + 1 end,
        expire = case when held.expire <= (select now from clock) then excluded.expire else held.expire end
      returning points as used, ((expire - (select now from clock)) / 1000.0)::float8 as left
    )
    select failures, healthy as "isHealthy", pause as "pauseSeconds", used, coalesce("left", 0) as left
    from state left join taken on true`
  if (!row) return null
  const { used, left, ...state } = row
  const isFull = used !== null && used > perMinute
  return { ...state, limitedSeconds: isFull ? Math.max(1, Math.ceil(left)) : 0 }
}

/** It answered: healthy again. Writes nothing where that is known. */
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
