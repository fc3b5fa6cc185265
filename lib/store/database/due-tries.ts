import type { Actor, SystemActor } from '@/lib/core/people/actor'
import { Prisma } from '@/prisma/generated/client'
import { backOffSeconds, backOffs, PARKED_AFTER } from './back-off'
import { type Database, database } from './client'
import { mayManageJobs } from './jobs'
import { type AnyTx, prismaOf } from './prisma-of'

/** What looks for things that are due. `parts` are the parts of a sweep that work on many rows at once. */
export type DueSweep =
  | 'windows'
  | 'reminders'
  | 'holds'
  | 'authorities'
  | 'deadlines'
  | 'off-channel'
  | 'complaints'
  | 'files'
  | 'content'
  | 'orphans'
  | 'change-mails'
  | 'partitions'
  | 'parts'

/** A due thing. */
export interface Due {
  /** Names it within its sweep; an id, never personal data. */
  id: string
  /** Of the request that it belongs to. */
  reference?: string
}

/** How an unsuccessful try ended. */
interface FailedTry {
  /** Name of the error, or reason of the refusal. */
  problem: string
  refused: boolean
  /** Number under which the log has it. */
  logId: string
}

/** For a query of what is due: excludes what has to wait after a failed try. `key` is the id that the query answers. */
export const notWaiting = (sweep: DueSweep, key: Prisma.Sql): Prisma.Sql => Prisma.sql`
  not exists (select from due_try t where t.sweep = ${sweep} and t.key = ${key} and t.next_try_at > now())`

/**
 * Counts a try and schedules the next before the work begins, so that a crash is counted, too, and no
 * other worker tries at the same time.
 * @returns the number of this try; null where it has to wait, or another worker is at it
 */
export async function beginTry(
  _actor: SystemActor,
  sweep: DueSweep,
  { id, reference }: Due,
  db: Database = database(),
): Promise<number | null> {
  const [row] = await db.$queryRaw<{ attempts: number }[]>`
    insert into due_try as t (sweep, key, reference, attempts, problem, first_at, last_at, next_try_at)
    values (${sweep}, ${id}, ${reference ?? null}, 1, 'worker-ended', clock_timestamp(), clock_timestamp(),
      clock_timestamp() + make_interval(secs => ${backOffSeconds(1)}::int))
    on conflict (sweep, key) do update set
      attempts = t.attempts + 1, problem = 'worker-ended', refused = false, log_id = null, last_at = clock_timestamp(),
      next_try_at = clock_timestamp() + make_interval(
        secs => (${[...backOffs]}::int[])[least(t.attempts + 1, ${backOffs.length}::int)])
    where t.next_try_at <= clock_timestamp()
    returning attempts`
  return row?.attempts ?? null
}

/** Removes the record after a success. */
export async function endTry(
  _actor: SystemActor,
  sweep: DueSweep,
  id: string,
  db: Database = database(),
): Promise<void> {
  await db.$executeRaw`delete from due_try where sweep = ${sweep} and key = ${id}`
}

/** Records a failure, with what a person needs to look it up. */
export async function keepFailure(
  _actor: SystemActor,
  sweep: DueSweep,
  id: string,
  { problem, refused, logId }: FailedTry,
  db: Database = database(),
): Promise<void> {
  await db.$executeRaw`
    update due_try set problem = ${problem}, refused = ${refused}, log_id = ${logId}
    where sweep = ${sweep} and key = ${id}`
}

/** Which of these were tried in vain, and whether each still has to wait. */
export async function failedTries(
  _actor: SystemActor,
  sweep: DueSweep,
  ids: readonly string[],
  db: Database = database(),
): Promise<ReadonlyMap<string, { waits: boolean }>> {
  const rows = await db.$queryRaw<{ id: string; waits: boolean }[]>`
    select key as id, next_try_at > clock_timestamp() as waits from due_try
    where sweep = ${sweep} and key = any(${[...ids]}::text[])`
  return new Map(rows.map(({ id, waits }) => [id, { waits }]))
}

/** Deletes records not tried for a day: their thing is no longer due, or their sweep no longer exists. */
export async function deleteOldTries(_actor: SystemActor, db: Database = database()): Promise<void> {
  await db.$executeRaw`delete from due_try where next_try_at < now() - interval '1 day'`
}

export interface ParkedTry {
  sweep: string
  id: string
  /** Of its request. */
  reference: string | null
  attempts: number
  /** `worker-ended` when the worker died over it without a word. */
  problem: string
  refused: boolean
  logId: string | null
  since: Date
  nextTryAt: Date
}

/** What is due and failed too often, the longest first, at most 200; empty for actors who may not manage it. */
export async function parkedTries(actor: Actor, db: Database = database()): Promise<ParkedTry[]> {
  if (!mayManageJobs(actor)) return []
  return await db.$queryRaw<ParkedTry[]>`
    select sweep, key as id, reference, attempts, problem, refused, log_id as "logId", first_at as since,
      next_try_at as "nextTryAt"
    from due_try where attempts >= ${PARKED_AFTER} order by first_at, key limit 200`
}

/** Retries it at once and resets its count. False when it isn't parked (any more). */
export async function retryParkedTry(
  actor: Actor,
  sweep: string,
  id: string,
  db: Database | AnyTx = database(),
): Promise<boolean> {
  if (!mayManageJobs(actor)) return false
  const changed = await prismaOf(db).$executeRaw`
    update due_try set attempts = 0, next_try_at = clock_timestamp()
    where sweep = ${sweep} and key = ${id} and attempts >= ${PARKED_AFTER}`
  return changed === 1
}
