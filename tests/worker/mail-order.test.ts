import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../support/database'
import { mailBench } from '../support/mail-bench'
import { type SmtpSink, smtpSink } from '../support/smtp'

const testDb = await testDatabase()
const { sql } = testDb
const { rowOf, queued, makeDue, empty, send } = mailBench(testDb)
let sink: SmtpSink

beforeEach(async () => {
  sink = await smtpSink()
})
afterEach(async () => {
  await sink.close()
  await empty()
})

const to = 'robin@people.test'
/** Mails about one request, in this order. */
async function about(requestId: string, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let at = 0; at < count; at++) {
    const { id } = await queued(to)
    await sql('update outbox set request_id = $2 where id = $1', [id, requestId])
    ids.push(id)
  }
  return ids
}
const arrived = () => sink.accepted().map(({ mailId }) => mailId.slice(1, 37))
const dueJobs = async () =>
  (
    await sql<{ id: string }>(
      `select payload->>'outboxId' as id from graphile_worker._private_jobs
       where run_at <= now() and locked_at is null order by priority, run_at, id`,
    )
  ).map(({ id }) => id)
/** Runs what is due as a worker would, until nothing is. */
async function work(url = sink.url): Promise<void> {
  for (let [id] = await dueJobs(); id; [id] = await dueJobs()) {
    await sql(`delete from graphile_worker._private_jobs where key = $1`, [`send-mail:${id}`])
    await send(id, url)
  }
}

test('mails about one request leave in the order in which they were queued, also after the server was down', async () => {
  const ids = await about('r', 6)
  const { port } = sink
  await sink.close()
  // Each is tried at another moment, the later ones more often.
  for (const id of [...ids].reverse()) {
    await makeDue(id)
    await send(id, `smtp://127.0.0.1:${port}`)
  }
  for (const id of ids.slice(1)) expect((await rowOf(id)).attempts).toBe(0)
  sink = await smtpSink(port)
  for (const id of ids.slice(3)) {
    await makeDue(id)
    await send(id, sink.url)
  }
  expect(arrived()).toEqual([])
  await makeDue(ids[0] ?? '')
  await send(ids[0] ?? '', sink.url)
  await work()
  expect(arrived()).toEqual(ids)
})

test('the next one is woken at once where the one before it is taken, comes back or is uncertain', async () => {
  const ids = await about('r', 4)
  await sql('delete from graphile_worker._private_jobs')
  await send(ids[3] ?? '', sink.url)
  expect(arrived()).toEqual([])
  sink.says = { RCPT: '550 5.1.1 User unknown' }
  await send(ids[0] ?? '', sink.url)
  expect(await dueJobs()).toContain(ids[1])
  sink.says = {}
  sink.behaviour = 'drop-after-dot'
  await send(ids[1] ?? '', sink.url)
  expect(await dueJobs()).toContain(ids[2])
  sink.behaviour = 'accept'
  await send(ids[2] ?? '', sink.url)
  await work()
  expect(arrived().slice(-2)).toEqual(ids.slice(2))
})

test('one whose job is parked holds nobody, nor does one about another request', async () => {
  const [stuck, next] = await about('r', 2)
  const [other] = await about('s', 1)
  await send(other ?? '', sink.url)
  expect(arrived()).toEqual([other])
  await sql(`update outbox set send_after = now() - interval '11 minutes' where id = $1`, [stuck])
  await send(next ?? '', sink.url)
  expect(arrived()).toEqual([other])
  await sql('update graphile_worker._private_jobs set attempts = max_attempts where key = $1', [
    `send-mail:${stuck}`,
  ])
  await send(next ?? '', sink.url)
  expect(arrived()).toEqual([other, next])
})

test('to one person, what is said in several requests keeps its order, too', async () => {
  const first = await queued(to, randomUUID())
  const second = await queued(to, randomUUID())
  sink.says = { RCPT: '451 4.3.0 later' }
  await send(first.id, sink.url)
  sink.says = {}
  await send(second.id, sink.url)
  expect(arrived()).toEqual([])
})
