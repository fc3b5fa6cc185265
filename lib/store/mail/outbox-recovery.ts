import { type Database, database, transaction } from '../database/client'
import { DEAD_AFTER_SECONDS, unlockDeadWorkers } from '../database/worker-heartbeat'
import { addRecordDelivery, addSendJob, PRIORITY } from './outbox'

export interface Recovered {
  workers: number
  requeued: number
  uncertain: number
}

/**
 * Takes up what dead workers left: their jobs are freed, mails that they had only claimed are tried again by
 * those jobs (whose attempts are counted: a mail that kills its worker every time ends up parked, in sight),
 * and mails that were on the wire become `uncertain`. Safe from several workers at once.
 */
export async function recoverFromDeadWorkers(db: Database = database()): Promise<Recovered> {
  return await transaction(
    async tx => {
      const workers = await unlockDeadWorkers(tx)
      const rows = await tx.$queryRaw<
        { id: string; messageId: string | null; state: 'queued' | 'uncertain'; hasJob: boolean }[]
      >`
        update outbox set
          state = case when state = 'claimed' then 'queued' else 'uncertain' end,
          last_problem = 'worker-ended',
          settled_at = case when state = 'transmitting' then clock_timestamp() end,
          claimed_at = null,
          claimed_by = null,
          send_after = now()
        from (
          select id as lost_id,
            exists (select from graphile_worker.jobs where jobs.id::text = split_part(claimed_by, '/', 2)) as has_job
          from outbox
          where state in ('claimed', 'transmitting')
            and claimed_at < clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS}::float8)
            and not exists (
              select from worker_beat
              where worker_beat.id = split_part(claimed_by, '/', 1)
                and worker_beat.seen_at > clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS}::float8))
          for update of outbox skip locked) lost
        where id = lost.lost_id
        returning id, message_id as "messageId", state, lost.has_job as "hasJob"`
      for (const row of rows) {
        if (row.state === 'uncertain') await addRecordDelivery(tx, row, 'uncertain')
        else if (!row.hasJob) await addSendJob(tx, row.id, { priority: PRIORITY.retry })
      }
      const requeued = rows.filter(row => row.state === 'queued').length
      return { workers: workers.length, requeued, uncertain: rows.length - requeued }
    },
    { database: db },
  )
}
