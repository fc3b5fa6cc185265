import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { TIMEOUTS } from '@/lib/mail/smtp'
import { transaction } from '@/lib/store/database/client'
import { parkedJobs, retryParkedJob } from '@/lib/store/database/jobs'
import { queueMail } from '@/lib/store/mail/outbox'
import { recoverFromDeadWorkers } from '@/lib/store/mail/outbox-recovery'
import { system } from '@/tests/factories/system'
import { testDatabase } from '../support/database'
import { smtpSink } from '../support/smtp'
import { workerProcesses } from '../support/worker-process'

const { url, sql } = await testDatabase()
const key = randomBytes(32)
const sink = await smtpSink()
const workers = await workerProcesses({ databaseUrl: url, smtpUrl: sink.url, key })
afterAll(async () => {
  await workers.close()
  await sink.close()
})
afterEach(async () => {
  await workers.killAll()
  sink.behaviour = 'accept'
  sink.mails.length = 0
  sink.beforeAnswer = undefined
  await sql('delete from outbox')
  await sql('delete from graphile_worker._private_jobs')
  await sql('delete from worker_beat')
})

const queueOne = () =>
  transaction(tx =>
    queueMail(tx, { kind: 'k', to: 'ada@customer.test', subject: 's', text: 't', from: 'p@h.test' }, key),
  )
const stateOf = async (id: string) =>
  (await sql<{ state: string }>('select state from outbox where id = $1', [id]))[0]?.state
const inState = (id: string, state: string) =>
  vi.waitFor(async () => expect(await stateOf(id)).toBe(state), { timeout: 60_000, interval: 20 })

/** Instead of waiting: what happened is moved into the past, on the database's clock. */
async function secondsLater(seconds: number): Promise<void> {
  const back = `- make_interval(secs => ${seconds})`
  await sql(`update worker_beat set seen_at = seen_at ${back}`)
  await sql(`update outbox set claimed_at = claimed_at ${back}, send_after = send_after ${back}`)
  await sql(`update graphile_worker._private_jobs set locked_at = locked_at ${back}, run_at = run_at ${back}`)
}

test('killed after it claimed a mail: another worker sends it, once', async () => {
  const first = await workers.start()
  sink.behaviour = 'hang-at-rcpt'
  const stuck = sink.reached('rcpt')
  const { id } = await queueOne()
  await stuck
  await workers.kill(first)
  expect(await stateOf(id)).toBe('claimed')

  await secondsLater(40)
  expect(await recoverFromDeadWorkers()).toEqual({ workers: 0, requeued: 0, uncertain: 0 })
  await secondsLater(40)
  sink.behaviour = 'accept'
  await workers.start()
  await inState(id, 'accepted')
  expect(sink.mails).toHaveLength(1)
})

test('killed when the server has taken the mail but before that was recorded: uncertain, not sent again', async () => {
  const first = await workers.start()
  const answered = new Promise<void>(resolve => {
    sink.beforeAnswer = async () => {
      sink.beforeAnswer = undefined
      await workers.kill(first)
      resolve()
    }
  })
  const { id } = await queueOne()
  await answered
  expect(await stateOf(id)).toBe('transmitting')

  await secondsLater(80)
  await workers.start()
  await inState(id, 'uncertain')
  expect(sink.mails).toHaveLength(1)
})

test('killed at any moment, twenty times: each mail is sent once or uncertain, none is lost', async () => {
  const ids: string[] = []
  for (let round = 0; round < 20; round++) {
    // Queued before the worker starts, so that the kill falls somewhere between its first claim and its last.
    const batch = [await queueOne(), await queueOne(), await queueOne()]
    ids.push(...batch.map(mail => mail.id))
    const seen = sink.mails.length
    const worker = await workers.start()
    if (round % 2)
      await vi.waitFor(() => expect(sink.mails.length).toBeGreaterThan(seen), {
        timeout: 60_000,
        interval: 1,
      })
    await workers.kill(worker)
    await secondsLater(80)
  }
  await workers.start()
  await vi.waitFor(
    async () => {
      expect(await sql(`select id from outbox where state in ('queued', 'claimed', 'transmitting')`)).toEqual(
        [],
      )
    },
    { timeout: 60_000, interval: 50 },
  )
  const rows = await sql<{ mail_id: string; state: string }>('select mail_id, state from outbox')
  expect(rows).toHaveLength(ids.length)
  for (const row of rows) {
    const arrived = sink.mails.filter(mail => mail.mailId === row.mail_id).length
    expect(arrived, row.state).toBeLessThanOrEqual(1)
    if (row.state !== 'uncertain') expect([row.state, arrived]).toEqual(['accepted', 1])
  }
  expect(await parkedJobs(system)).toEqual([])
})

test('a mail that kills its worker every time ends up parked in sight, and the others leave', async () => {
  const { id } = await queueOne()
  const [job] = await sql<{ id: string }>(
    `update graphile_worker._private_jobs set attempts = max_attempts, locked_by = 'pool-dead', locked_at = now()
     returning id::text`,
  )
  await sql(`update outbox set state = 'claimed', attempts = 25, claimed_at = now(), claimed_by = $1`, [
    `pool-dead/${job?.id}`,
  ])
  const other = await queueOne()
  await secondsLater(80)
  await workers.start()
  await inState(other.id, 'accepted')
  await inState(id, 'queued')
  expect(await parkedJobs(system)).toMatchObject([{ name: 'send-mail', lastErrorKind: 'worker-ended' }])
  expect(await retryParkedJob(system, job?.id ?? '')).toBe(true)
  await inState(id, 'accepted')
})

test('asked to end, it doesn’t wait for a mail server that hangs, and the mail waits its turn again', async () => {
  const worker = await workers.start()
  sink.behaviour = 'hang-at-rcpt'
  const stuck = sink.reached('rcpt')
  const { id } = await queueOne()
  await stuck
  const ended = new Promise<number | null>(resolve => worker.once('exit', resolve))
  const mailServerTimedOut = AbortSignal.timeout(TIMEOUTS.socket)
  worker.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(mailServerTimedOut.aborted).toBe(false)
  expect(await stateOf(id)).toBe('queued')
  expect(await sql('select id from worker_beat')).toEqual([])
})
