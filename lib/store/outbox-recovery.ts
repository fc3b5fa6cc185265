import { type Database, database, transaction } from './client'
import { addRecordDelivery, addSendJob, PRIORITY } from './outbox'
import { DEAD_AFTER_SECONDS, unlockDeadWorkers } from './worker-beat'

export interface Recovered {
  workers: number
  requeued: number
  uncertain: number
}

/**
 * Takes up what dead workers left: their jobs are freed, mails that they had only claimed are tried again
 * (at once the first time, later with growing pauses: the mail itself may be what kills), and mails that
 * were on the wire become `uncertain`. Safe from several workers at once.
 */
export async function recoverFromDeadWorkers(db: Database = database()): Promise<Recovered> {
  return await transaction(
    async tx => {
      const workers = await unlockDeadWorkers(tx)
      const rows = await tx.$queryRaw<
        { id: string; messageId: string | null; state: 'queued' | 'uncertain'; inSeconds: number }[]
      >`
        update outbox set
          state = case when state = 'claimed' then 'queued' else 'uncertain' end,
          last_problem = 'worker-ended',
          settled_at = case when state = 'transmitting' then clock_timestamp() end,
          claimed_at = null,
          claimed_by = null,
          send_after = now() + make_interval(mins => lost.pause)
        from (
          select id as lost_id, case when attempts <= 1 then 0 else least(power(2, attempts - 1), 60)::int end as pause
          from outbox
          where state in ('claimed', 'transmitting')
            and claimed_at < clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS}::float8)
            and not exists (
              select from worker_beat
              where worker_beat.id = split_part(claimed_by, '/', 1)
                and worker_beat.seen_at > clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS}::float8))
          for update skip locked) lost
        where id = lost.lost_id
        returning id, message_id as "messageId", state, (lost.pause * 60)::float8 as "inSeconds"`
      for (const row of rows) {
        if (row.state === 'queued')
          await addSendJob(tx, row.id, { inSeconds: row.inSeconds, priority: PRIORITY.retry })
        else await addRecordDelivery(tx, row.messageId, 'uncertain')
      }
      const requeued = rows.filter(row => row.state === 'queued').length
      return { workers: workers.length, requeued, uncertain: rows.length - requeued }
    },
    { database: db },
  )
}
