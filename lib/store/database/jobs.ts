import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { type Database, database } from './client'
import { type AnyTx, prismaOf } from './prisma-of'

export interface JobOptions {
  /** Earliest moment; default now. */
  runAt?: Date
  /** The same, counted from now on the database's clock. */
  inSeconds?: number
  /** Attempts before the job is parked for a person; default 10. */
  maxAttempts?: number
  /** Lower runs sooner; default 0. */
  priority?: number
  /** While a job with the same key waits, it is replaced instead of joined by a second one. */
  key?: string
  /** A job with the same key that waits already keeps its moment. */
  keepsMoment?: boolean
  /** Jobs of the same queue run one after the other, over all workers. */
  queue?: string
}

/**
 * Adds a job within the caller's transaction: it exists only if the caller's change is committed.
 * @param payload ids only, never personal data: job rows are nobody's record and end up in logs
 */
export async function addJob(
  tx: AnyTx,
  name: string,
  payload: Readonly<Record<string, string | number | boolean>>,
  options: JobOptions = {},
): Promise<void> {
  const runAt = options.runAt?.toISOString() ?? null
  await prismaOf(tx).$queryRaw`
    select id from graphile_worker.add_job(
      ${name}, ${JSON.stringify(payload)}::json,
      run_at => coalesce(${runAt}::timestamptz, now() + make_interval(secs => ${options.inSeconds ?? 0}::float8)),
      max_attempts => ${options.maxAttempts ?? 10}::int,
      priority => ${options.priority ?? 0}::int,
      queue_name => ${options.queue ?? null}::text,
      job_key => ${options.key ?? null}::text,
      job_key_mode => ${options.keepsMoment ? 'preserve_run_at' : 'replace'}::text)`
}

export interface ParkedJob {
  id: string
  name: string
  attempts: number
  /** Name of the error, `worker-ended` when the worker died over it without a word. */
  lastErrorKind: string
  /** Reference of the full error in the log. */
  reference?: string
  since: Date
}

/** What a failed job leaves in the database: never the error's own words, which may quote personal data. */
export const jobErrorText = (kind: string, reference: string, at: Date) =>
  `${kind} ${reference} ${at.toISOString()}`

function readJobError(text: string | null): { kind: string; reference?: string; at?: Date } {
  const [kind, reference, at] = text?.match(/^([A-Za-z][\w$]*) ([0-9a-f-]+) (\S+Z)$/)?.slice(1) ?? []
  if (!kind || !reference || !at) return { kind: 'worker-ended' }
  return { kind, reference, at: new Date(at) }
}

/** Whether this actor may see and retry the worker's failures. */
export const mayManageJobs = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && can(actor.role, 'retry-parked'))

/** Jobs that used up their attempts, newest first, at most 200; empty for actors who may not manage them. */
export async function parkedJobs(actor: Actor, db: Database = database()): Promise<ParkedJob[]> {
  if (!mayManageJobs(actor)) return []
  const rows = await db.$queryRaw<
    { id: string; name: string; attempts: number; lastError: string | null; updatedAt: Date }[]
  >`
    select id::text, task_identifier as name, attempts::int, last_error as "lastError", updated_at as "updatedAt"
    from graphile_worker.jobs
    where attempts >= max_attempts and locked_at is null
    order by id desc limit 200`
  return rows.map(row => {
    const { kind, reference, at } = readJobError(row.lastError)
    return {
      id: row.id,
      name: row.name,
      attempts: row.attempts,
      lastErrorKind: kind,
      ...(reference !== undefined && { reference }),
      since: at ?? row.updatedAt,
    }
  })
}

/** Gives a parked job all its attempts again, from now. False when it isn't parked (any more). */
export async function retryParkedJob(
  actor: Actor,
  id: string,
  db: Database | AnyTx = database(),
): Promise<boolean> {
  if (!mayManageJobs(actor) || !/^\d{1,18}$/.test(id)) return false
  const rows = await prismaOf(db).$queryRaw<{ id: string }[]>`
    select again.id::text
    from graphile_worker.jobs parked,
      graphile_worker.reschedule_jobs(array[parked.id], run_at => now(), attempts => 0) again
    where parked.id = ${id}::bigint and parked.attempts >= parked.max_attempts and parked.locked_at is null`
  return rows.length === 1
}
