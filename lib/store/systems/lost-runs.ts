import type { SystemActor } from '@/lib/core/people/actor'
import { type Database, database, transaction } from '../database/client'
import { addTurn, turnJobs, turnKey } from './turns'

interface LostRun {
  taskId: string
  step: string
  run: string
  /** Its job is there, but has used up its attempts: worker after worker has died over it. */
  parked: boolean
}

const BATCH = 100
/** Before a run's id, the key of its job. */
const KEY = turnKey('do-step', '')

/**
 * Queues steps anew that connected systems are doing and that no job is about. Where worker after worker has died over a step, it
 * is left to a person instead.
 * @returns which they were
 */
export async function requeueLostRuns(_actor: SystemActor, db: Database = database()): Promise<LostRun[]> {
  return await transaction(
    async tx => {
      // One worker at a time: a job that another has just queued, and that has begun, must not be queued once more.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('lost runs', 7))`
      const lost = await tx.$queryRaw<LostRun[]>`
        select step.task_id as "taskId", step.key as step, step.run->>'id' as run,
          exists (select from graphile_worker.jobs job where job.key = ${KEY}::text || (step.run->>'id')) as parked
        from task_step step
        join task on task.id = step.task_id
        join request on request.id = task.request_id
        where step.run is not null and task.state = 'open' and request.state in ('verifying', 'processing')
          and not exists (
            select from graphile_worker.jobs job
            where job.key = ${KEY}::text || (step.run->>'id')
              and (job.attempts < job.max_attempts or job.locked_at is not null))
        order by step.run->>'at', step.id limit ${BATCH}`
      for (const { taskId, step, run, parked } of lost)
        await addTurn(tx, 'do-step', run, { taskId, step, run, tries: 0, ...(parked && { leave: true }) })
      return lost
    },
    { database: db },
  )
}

/**
 * Removes turns whose worker died after it had queued the next: that has taken the key over, and nothing is left to do.
 * @returns how many there were
 */
export async function removeEndedTurns(_actor: SystemActor, db: Database = database()): Promise<number> {
  const removed = await db.$queryRaw<{ id: string }[]>`
    select id::text from graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs
      where task_identifier = any(${[...turnJobs]}::text[]) and key is null
        and attempts >= max_attempts and locked_at is null))`
  return removed.length
}
