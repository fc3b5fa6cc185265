import { randomBytes, randomUUID } from 'node:crypto'
import { mailServer } from '@/lib/mail/server'
import { transaction } from '@/lib/store/database/client'
import { queueMail } from '@/lib/store/mail/outbox'
import { sendMailWith } from '@/lib/worker/jobs/send-mail'
import type { TestDatabase } from './database'

export interface OutboxRow {
  state: string
  attempts: number
  last_problem: string | null
  sealed: Buffer | null
  due_in: number
}

const key = randomBytes(32)
const timeouts = { connection: 400, greeting: 400, socket: 400 }

/** Queues mails and runs the sending job by hand, with short timeouts; looks behind the product's back. */
export function mailBench({ sql }: TestDatabase) {
  return {
    rowOf: async (id: string): Promise<OutboxRow> => {
      const [row] = await sql<OutboxRow & Record<string, unknown>>(
        `select state, attempts, last_problem, sealed, extract(epoch from send_after - now())::float8 as due_in
         from outbox where id = $1`,
        [id],
      )
      if (!row) throw new Error('no such row')
      return row
    },
    jobsNamed: (name: string) =>
      sql<{ payload: unknown; due_in: number }>(
        `select payload, extract(epoch from run_at - now())::float8 as due_in from graphile_worker._private_jobs jobs
         join graphile_worker._private_tasks tasks on tasks.id = task_id where identifier = $1`,
        [name],
      ),
    /** A message row isn't needed to send: the outbox only carries its id along, so the guard on it is lifted. */
    queued: async (to = 'ada@customer.test', messageId?: string): Promise<{ id: string; mailId: string }> => {
      if (messageId) await sql('alter table outbox drop constraint if exists outbox_message_id_fkey')
      const mail = {
        kind: 'request-received',
        to,
        from: 'Privacy <privacy@habeas.test>',
        subject: 'We got it — thanks',
        text: 'Open https://habeas.test/r/secret-token\n.\nBye',
        html: '<p>Open it</p>',
        ...(messageId && { messageId }),
      }
      return await transaction(tx => queueMail(tx, mail, key))
    },
    send: (id: string, smtpUrl: string, jobId: string = randomUUID()) =>
      sendMailWith(() => ({ server: mailServer(smtpUrl), key, timeouts }))(
        { outboxId: id },
        { workerId: 'pool-of-this-test', attempt: 1, jobId, signal: new AbortController().signal },
      ),
    makeDue: (id: string) => sql('update outbox set send_after = now() where id = $1', [id]),
    empty: async () => {
      await sql('delete from outbox')
      await sql('delete from graphile_worker._private_jobs')
    },
  }
}
