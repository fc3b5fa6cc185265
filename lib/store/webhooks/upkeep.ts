import type { SystemActor } from '@/lib/core/people/actor'
import { type Database, database } from '../database/client'
import { DELIVER, deliveryKey, deliveryQueue } from './delivery-job'

/** A job that is a little late isn't lost. */
const LATE_SECONDS = 60
const AT_ONCE = 500
const KEPT_DAYS = { delivered: 30, dead: 90 } as const

/**
 * Gives each delivery whose next try is overdue a job again, where it has none: it was lost, or taken out of the queue by hand. One
 * whose job is parked has a job, which a person sees. Safe in several workers at once, as a delivery has one job by its key.
 * @returns how many
 */
export async function pickUpDeliveries(_actor: SystemActor, db: Database = database()): Promise<number> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select job.id::text from (
      select id, webhook_id from webhook_delivery
      where state = 'waiting' and next_at < now() - make_interval(secs => ${LATE_SECONDS}::float8)
        and not exists (
          select from graphile_worker.jobs known where known.key = ${deliveryKey('')}::text || webhook_delivery.id)
      order by next_at limit ${AT_ONCE}) lost
    cross join lateral graphile_worker.add_job(
      ${DELIVER}::text, json_build_object('deliveryId', lost.id), max_attempts => 10,
      queue_name => ${deliveryQueue('')}::text || lost.webhook_id, job_key => ${deliveryKey('')}::text || lost.id) job`
  return rows.length
}

/** Deletes what was delivered a month ago, and what was given up three months ago. */
export async function deleteOldDeliveries(_actor: SystemActor, db: Database = database()): Promise<void> {
  for (const [state, days] of Object.entries(KEPT_DAYS))
    await db.$executeRaw`
      delete from webhook_delivery
      where state = ${state} and last_at < now() - make_interval(days => ${days}::int)`
}
