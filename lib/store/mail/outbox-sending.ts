import type { DeliveryReason } from '@/lib/core/request/message-record'
import { type Database, database, transaction } from '../database/client'
import { addRecordDelivery, addSendJob, type DeliveryResult, PRIORITY } from './outbox'
import { awaitTurn, ITS_TURN, wakeNext } from './outbox-order'

/** One attempt at a row. `attempt` fences: who lost the row to another attempt changes nothing any more. */
export interface Claim {
  id: string
  attempt: number
  mailId: string
  recipient: string
  sealed: Uint8Array | null
  createdAt: Date
  /** The mailbox itself has put it off for a day. */
  putOffForADay: boolean
}

export interface Claimant {
  /** Id under which the worker sends its heartbeat. */
  workerId: string
  jobId: string
}

/** `<worker>/<job>`: a job that failed halfway finds its own row again, and a dead worker's rows are known. */
const signature = (who: Claimant) => `${who.workerId}/${who.jobId}`

/**
 * Takes a queued row that is due and whose turn it is, or one that this same job had taken before it failed. One that has to wait
 * for an earlier mail to the same recipient is looked at again later.
 * @returns undefined when there is nothing to send (any more, yet, or by this job)
 */
export async function claimMail(
  id: string,
  who: Claimant,
  db: Database = database(),
): Promise<Claim | undefined> {
  const [claim] = await db.$queryRaw<Claim[]>`
    update outbox set state = 'claimed', attempts = attempts + 1, claimed_at = clock_timestamp(),
      claimed_by = ${signature(who)}
    where id = ${id} and (
      -- Rounding to milliseconds must not make a job come a moment too early.
      (state = 'queued' and send_after <= clock_timestamp() + interval '1 second' and ${ITS_TURN})
      or (state = 'claimed' and split_part(claimed_by, '/', 2) = ${who.jobId}))
    returning id, attempts as attempt, mail_id as "mailId", recipient, sealed, created_at as "createdAt",
      coalesce(deferred_since < clock_timestamp() - interval '1 day', false) as "putOffForADay"`
  if (!claim) await awaitTurn(id, db)
  return claim
}

/**
 * To be committed just before the first byte of the message leaves.
 * @returns false when the row is no longer this attempt's: then nothing may leave
 */
export async function beginTransmission(claim: Claim, db: Database = database()): Promise<boolean> {
  const changed = await db.$executeRaw`
    update outbox set state = 'transmitting' where id = ${claim.id} and attempts = ${claim.attempt} and state = 'claimed'`
  return changed === 1
}

/**
 * Records what became of an attempt, together with the job that tells the message. A late *accepted* also
 * corrects an `uncertain` that was recorded for the same attempt while its worker was thought dead.
 */
export async function settleMail(
  claim: Pick<Claim, 'id' | 'attempt'>,
  result: DeliveryResult,
  problem: string | null,
  reason?: DeliveryReason,
  db: Database = database(),
): Promise<void> {
  await transaction(
    async tx => {
      const [row] = await tx.$queryRaw<{ messageId: string | null }[]>`
        update outbox set state = ${result}, settled_at = clock_timestamp(), last_problem = ${problem}::text,
          sealed = case when ${result} = 'accepted' then null else sealed end
        where id = ${claim.id} and attempts = ${claim.attempt} and (state in ('claimed', 'transmitting')
          or (state = 'uncertain' and ${result} = 'accepted'))
        returning message_id as "messageId"`
      if (!row) return
      await addRecordDelivery(tx, { id: claim.id, ...row }, result, reason)
      await wakeNext(tx, claim.id)
    },
    { database: db },
  )
}

/**
 * Puts a row back for later; it is never given up by counting.
 * @param by `mailbox`: it is the mailbox that puts it off, which counts from the first time on; `all`: everything waits
 */
export async function deferMail(
  claim: Pick<Claim, 'id' | 'attempt'>,
  problem: string,
  inSeconds: number,
  by: 'mailbox' | 'all',
  db: Database = database(),
): Promise<void> {
  await transaction(
    async tx => {
      const changed = await tx.$executeRaw`
        update outbox set state = 'queued', last_problem = ${problem}, claimed_at = null, claimed_by = null,
          deferred_since = case when ${by} = 'mailbox' then coalesce(deferred_since, now()) else deferred_since end,
          send_after = now() + make_interval(secs => ${inSeconds}::float8)
        where id = ${claim.id} and attempts = ${claim.attempt} and state in ('claimed', 'transmitting')`
      if (changed === 1) await addSendJob(tx, claim.id, { inSeconds, priority: PRIORITY.retry })
    },
    { database: db },
  )
}

/** A job that finds its own row transmitting lost the server's answer, so only a person can find out whether the mail arrived. */
export async function settleLostAnswer(id: string, who: Claimant, db: Database = database()): Promise<void> {
  const [row] = await db.$queryRaw<{ attempt: number }[]>`
    select attempts as attempt from outbox
    where id = ${id} and state = 'transmitting' and split_part(claimed_by, '/', 2) = ${who.jobId}`
  if (row) await settleMail({ id, attempt: row.attempt }, 'uncertain', 'answer-lost', undefined, db)
}

/** Rows put off because the server was `unavailable` start with this word in `last_problem`. */
const UNAVAILABLE = 'unavailable'
const WAKE_AT_ONCE = 100

/** The server works again: mails that only waited for it needn't wait out their hour. */
export async function wakeDeferred(db: Database = database()): Promise<void> {
  // After every mail, so the usual case costs one look at an index.
  const waiting = await db.$queryRaw<unknown[]>`
    select 1 as found from outbox
    where state = 'queued' and send_after > now() + interval '2 seconds'
      and starts_with(last_problem, ${UNAVAILABLE}) limit 1`
  if (waiting.length === 0) return
  await transaction(
    async tx => {
      const woken = await tx.$queryRaw<{ id: string; seq: bigint }[]>`
        update outbox set send_after = now()
        where id in (
          select id from outbox
          where state = 'queued' and send_after > now() + interval '2 seconds'
            and starts_with(last_problem, ${UNAVAILABLE})
          order by seq limit ${WAKE_AT_ONCE} for update skip locked)
        returning id, seq`
      woken.sort((a, b) => Number(a.seq - b.seq))
      for (const row of woken) await addSendJob(tx, row.id, { priority: PRIORITY.retry })
    },
    { database: db },
  )
}
