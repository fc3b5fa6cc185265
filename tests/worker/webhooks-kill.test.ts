import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { createWebhook, sendTest } from '@/lib/door/webhooks/webhooks'
import { env } from '@/lib/env'
import { staffOf } from '../factories/staff'
import { testDatabase } from '../support/database'
import { testEnvironment } from '../support/environment'
import { WebhookReceiver } from '../support/webhook-receiver'
import { workerProcesses } from '../support/worker-process'

const receiver = await new WebhookReceiver().listen()
vi.stubEnv('ALLOWED_PRIVATE_HOSTS', receiver.host)
const { url, sql } = await testDatabase()
testEnvironment(url)
const admin = staffOf('admin')
const workers = await workerProcesses({
  databaseUrl: url,
  smtpUrl: 'smtp://127.0.0.1:9',
  key: Buffer.from(env().key),
  more: { ALLOWED_PRIVATE_HOSTS: receiver.host },
})
const soon = { timeout: 60_000, interval: 20 }

afterAll(async () => {
  await workers.close()
  await receiver.close()
})
afterEach(async () => {
  await workers.killAll()
  receiver.calls.length = 0
  receiver.clearFaults()
  await sql('delete from webhook')
  await sql('delete from graphile_worker._private_jobs')
  await sql('delete from worker_beat')
})

async function aWebhook(path: string): Promise<string> {
  const done = await createWebhook(
    admin,
    { url: `${receiver.url}${path}`, events: ['request.opened'] },
    randomUUID(),
  )
  if (!done.ok || !done.id || !done.secret) throw new Error('no webhook was made')
  receiver.secrets.set(path, done.secret)
  return done.id
}
const send = (webhook: string) => sendTest(admin, webhook, randomUUID())
const waiting = async () => await sql(`select id from webhook_delivery where state = 'waiting'`)

test('killed between sending and writing that down: sent again, under the same id', async () => {
  const first = await workers.start()
  receiver.fault(/POST/, { kind: 'hang' })
  await send(await aWebhook('/told'))
  await vi.waitFor(() => expect(receiver.calls).toHaveLength(1), soon)
  await workers.kill(first)
  expect(await waiting()).toHaveLength(1)
  // Instead of waiting: a worker that has been silent for so long counts as dead.
  await sql(`update worker_beat set seen_at = seen_at - interval '80 seconds'`)
  await sql(`update graphile_worker._private_jobs set locked_at = locked_at - interval '80 seconds'`)
  await sql(`update graphile_worker._private_job_queues set locked_at = locked_at - interval '80 seconds'`)
  await workers.start()
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), soon)
  const received = receiver.received('/told')
  expect(received.map(({ genuine }) => genuine)).toEqual([true, true])
  expect(new Set(received.map(({ id }) => id)).size).toBe(1)
})

test('events arrive in the order in which they happened', async () => {
  const webhook = await aWebhook('/told')
  for (let count = 0; count < 12; count++) await send(webhook)
  await workers.start()
  await vi.waitFor(async () => expect(await waiting()).toEqual([]), soon)
  const happened = await sql<{ id: string }>('select id from webhook_delivery order by created_at')
  expect(receiver.received('/told').map(({ id }) => id)).toEqual(happened.map(({ id }) => id))
})

test('a receiver that hangs has one event on its way, and holds up no other', async () => {
  const [silent, other] = [await aWebhook('/silent'), await aWebhook('/told')]
  receiver.fault(/POST \/silent/, { kind: 'hang' }, 100)
  for (let count = 0; count < 5; count++) await send(silent)
  for (let count = 0; count < 5; count++) await send(other)
  await workers.start()
  await vi.waitFor(() => expect(receiver.received('/told')).toHaveLength(5), soon)
  expect(receiver.received('/silent')).toHaveLength(1)
})
