import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { deliverWebhook } from '@/lib/door/webhooks/deliver'
import { createWebhook, removeWebhook, replayDelivery, sendTest } from '@/lib/door/webhooks/webhooks'
import { readDeliveries } from '@/lib/store/webhooks/delivery-log'
import { pickUpDeliveries } from '@/lib/store/webhooks/upkeep'
import { newWebhookSecret } from '@/lib/systems/standard-webhooks'
import { sendWebhook } from '@/lib/systems/webhook-receiver'
import { staffOf } from '../factories/staff'
import { system } from '../factories/system'
import { aWorld } from '../factories/world'
import { holdClock } from '../support/clock'
import { WebhookReceiver } from '../support/webhook-receiver'

const receiver = await new WebhookReceiver().listen()
vi.stubEnv('ALLOWED_PRIVATE_HOSTS', receiver.host)
const world = await aWorld()
const { sql } = world
const admin = staffOf('admin')
const never = new AbortController().signal
const path = '/told'
const DAY = 24 * 3600

afterAll(() => receiver.close())
beforeEach(async () => {
  receiver.calls.length = 0
  receiver.clearFaults()
  await sql('delete from webhook')
  await sql('delete from graphile_worker._private_jobs')
})

async function aWebhook(): Promise<string> {
  const done = await createWebhook(
    admin,
    { url: `${receiver.url}${path}`, events: ['request.opened', 'request.closed'] },
    randomUUID(),
  )
  if (!done.ok || !done.id || !done.secret) throw new Error('no webhook was made')
  receiver.secrets.set(path, done.secret)
  return done.id
}
const deliveriesOf = async (webhook: string) => {
  const { dead, others } = await readDeliveries(admin, webhook)
  return [...dead, ...others]
}
/** A webhook with one delivery, a test, that waits. */
async function aDelivery() {
  const webhook = await aWebhook()
  await sendTest(admin, webhook, randomUUID())
  const [delivery] = await deliveriesOf(webhook)
  if (!delivery) throw new Error('nothing is to be delivered')
  const now = async () => {
    const found = (await deliveriesOf(webhook)).find(({ id }) => id === delivery.id)
    if (!found) throw new Error('the delivery is gone')
    return found
  }
  return { webhook, id: delivery.id, now, attempt: () => deliverWebhook(delivery.id, never) }
}

/** Instead of waiting: what happened is moved into the past, on the database's clock. */
async function later(seconds: number): Promise<void> {
  const back = `- make_interval(secs => ${seconds})`
  await sql(`update webhook_delivery set created_at = created_at ${back}, give_up_at = give_up_at ${back},
    last_at = last_at ${back}, next_at = next_at ${back}`)
  await sql(`update webhook set failed_at = failed_at ${back}, paused_until = paused_until ${back}`)
  await sql(`update graphile_worker._private_jobs set run_at = run_at ${back}`)
}
const status = (code: number, headers: Record<string, string> = {}, times = 1) =>
  receiver.fault(/POST/, { kind: 'status', status: code, headers }, times)
/** Seconds from its last try to its next one. */
const secondsBetween = ({ lastAt, nextAt }: { lastAt: Date | null; nextAt: Date | null }) =>
  Math.round(((nextAt?.getTime() ?? Number.NaN) - (lastAt?.getTime() ?? Number.NaN)) / 1000)

describe('what happens', () => {
  test('arrives signed, once, with ids and states and nothing of the person', async () => {
    const webhook = await aWebhook()
    const account = await world.account()
    const reference = await world.submit(account)
    await world.work()
    const [first, ...more] = receiver.received(path)
    expect(more).toEqual([])
    expect(first).toMatchObject({ genuine: true, body: { type: 'request.opened', reference } })
    expect(receiver.calls[0]?.headers['content-type']).toBe('application/json')
    const raw = receiver.calls[0]?.raw ?? ''
    for (const personal of [account.email, account.username, account.accountId, 'Robin'])
      expect(raw).not.toContain(personal)
    expect(await deliveriesOf(webhook)).toMatchObject([{ id: first?.id, state: 'delivered', attempts: 1 }])
    await world.work()
    expect(receiver.calls).toHaveLength(1)
  })
  test('is sent again after an error, under the same id, signed anew', async () => {
    const webhook = await aWebhook()
    await world.submit(await world.account())
    status(500, { 'retry-after': '600' })
    const letGo = holdClock('2026-06-01T12:00:00Z')
    await world.work()
    letGo()
    expect(await deliveriesOf(webhook)).toMatchObject([
      { state: 'waiting', attempts: 1, problem: 'http-500' },
    ])
    await world.work()
    expect(receiver.calls).toHaveLength(1)
    await later(601)
    await world.work()
    const received = receiver.received(path)
    expect(received.map(({ genuine }) => genuine)).toEqual([true, true])
    expect(new Set(received.map(({ id }) => id)).size).toBe(1)
    expect(new Set(received.map(({ seconds }) => seconds)).size).toBe(2)
    expect(new Set(receiver.calls.map(({ raw }) => raw)).size).toBe(1)
    expect(await deliveriesOf(webhook)).toMatchObject([{ state: 'delivered', attempts: 2, problem: null }])
  })
})

describe('a receiver that takes nothing', () => {
  test('is asked less and less often for a day, and then no more', async () => {
    const { now, attempt } = await aDelivery()
    status(500, {}, 100)
    const steps: number[] = []
    for (await attempt(); (await now()).state === 'waiting'; await attempt()) {
      const step = secondsBetween(await now())
      steps.push(step)
      await later(step + 1)
    }
    expect(steps.slice(0, -1)).toEqual([5, 30, 120, 600, 1800, 3600, 7200, 14400, 14400, 14400, 14400, 14400])
    // The last try comes as the day ends.
    expect(await sql('select id from webhook_delivery where last_at < give_up_at')).toEqual([])
    expect(await now()).toMatchObject({ state: 'dead', attempts: steps.length + 1, problem: 'http-500' })
    expect(receiver.calls).toHaveLength(steps.length + 1)
    await later(DAY)
    await world.work()
    expect(receiver.calls).toHaveLength(steps.length + 1)
  })
  test('for less than a day has lost nothing: the last try comes as the day ends', async () => {
    const { id, now, attempt } = await aDelivery()
    status(500, {}, 12)
    for (await attempt(); (await now()).state === 'waiting'; await attempt())
      await later(secondsBetween(await now()) + 1)
    expect(await now()).toMatchObject({ state: 'delivered', attempts: 13 })
    expect(new Set(receiver.received(path).map(call => call.id))).toEqual(new Set([id]))
  })
  test('is left alone for as long as it says', async () => {
    const { now, attempt } = await aDelivery()
    status(503, { 'retry-after': '600' })
    await attempt()
    expect(secondsBetween(await now())).toBe(600)
    await later(500)
    await attempt()
    expect(receiver.calls).toHaveLength(1)
    await later(101)
    await attempt()
    expect(await now()).toMatchObject({ state: 'delivered', attempts: 2 })
  })
  test('and asks us to wait is sent nothing else meanwhile, and no try is counted', async () => {
    const { webhook, attempt } = await aDelivery()
    await sendTest(admin, webhook, randomUUID())
    status(429, { 'retry-after': '600' })
    await attempt()
    await world.work()
    expect(receiver.calls).toHaveLength(1)
    expect((await deliveriesOf(webhook)).map(({ attempts }) => attempts).sort()).toEqual([0, 1])
    await later(601)
    await world.work()
    expect(receiver.calls).toHaveLength(3)
    expect((await deliveriesOf(webhook)).map(({ state }) => state)).toEqual(['delivered', 'delivered'])
  })
  test('and lets us wait is paused as a whole, one that refuses a single event isn’t', async () => {
    const how = { secret: newWebhookSecret(), allowed: [receiver.host], signal: never }
    const message = { id: 'x', at: new Date(), body: '{}' }
    const send = (patienceMs = 10_000) =>
      sendWebhook(`${receiver.url}${path}`, message, { ...how, patienceMs })
    receiver.fault(/POST/, { kind: 'hang' })
    expect(await send(50)).toMatchObject({ problem: 'timeout', pauses: true })
    status(400)
    expect(await send()).toMatchObject({ problem: 'http-400', pauses: false })
    receiver.fault(/POST/, { kind: 'redirect', to: `${receiver.url}/elsewhere` })
    expect(await send()).toMatchObject({ problem: 'redirected', pauses: false })
    expect(receiver.received('/elsewhere')).toEqual([])
  })
  test('over the end of a day ends what waits for it, without a try of its own', async () => {
    const { webhook, now, attempt } = await aDelivery()
    await later(DAY + 60)
    await sql(
      `update webhook set failures = 9, failed_at = clock_timestamp(),
      paused_until = clock_timestamp() + interval '5 minutes' where id = $1`,
      [webhook],
    )
    await attempt()
    expect(await now()).toMatchObject({ state: 'dead', problem: 'left-alone' })
    expect(receiver.calls).toEqual([])
  })
  test('any more (410) isn’t asked again', async () => {
    const { now, attempt } = await aDelivery()
    status(410)
    await attempt()
    expect(await now()).toMatchObject({ state: 'dead', attempts: 1, problem: 'http-410' })
    expect(await sql(`select id from graphile_worker.jobs where run_at > now()`)).toEqual([])
  })
  test('because it was removed, isn’t asked either', async () => {
    const { webhook, attempt } = await aDelivery()
    await removeWebhook(admin, webhook, randomUUID())
    await attempt()
    await world.work()
    expect(receiver.calls).toEqual([])
  })
})

describe('a try', () => {
  test('that the end of the worker breaks off doesn’t count, and is made again', async () => {
    const { id, now } = await aDelivery()
    receiver.fault(/POST/, { kind: 'hang' })
    const ending = new AbortController()
    const trying = deliverWebhook(id, ending.signal)
    await vi.waitFor(() => expect(receiver.calls).toHaveLength(1), { timeout: 30_000, interval: 10 })
    ending.abort()
    await trying
    expect(await now()).toMatchObject({ state: 'waiting', attempts: 0, problem: null })
    await world.work()
    expect(await now()).toMatchObject({ state: 'delivered', attempts: 1 })
  })
  test('with a secret of another HABEAS_KEY isn’t made, and says so', async () => {
    const { webhook, now, attempt } = await aDelivery()
    await sql('update webhook set secret = $2 where id = $1', [webhook, Buffer.alloc(60)])
    await attempt()
    expect(await now()).toMatchObject({ state: 'waiting', problem: 'secret-unreadable' })
    expect(receiver.calls).toEqual([])
  })
  test('that lost its job gets one again, and one only', async () => {
    const { now } = await aDelivery()
    await sql('delete from graphile_worker._private_jobs')
    expect(await pickUpDeliveries(system)).toBe(0)
    await later(90)
    await Promise.all([pickUpDeliveries(system), pickUpDeliveries(system), pickUpDeliveries(system)])
    expect(
      await sql(`select id from graphile_worker.jobs where task_identifier = 'deliver-webhook'`),
    ).toHaveLength(1)
    expect(await pickUpDeliveries(system)).toBe(0)
    await world.work()
    expect(await now()).toMatchObject({ state: 'delivered' })
  })
})

describe('sent again by hand', () => {
  test('is what was given up, under the id that it had and for another day', async () => {
    const { id, now, attempt } = await aDelivery()
    await later(3 * DAY)
    status(500, { 'retry-after': '600' }, 2)
    await attempt()
    expect(await now()).toMatchObject({ state: 'dead' })
    expect(await replayDelivery(admin, id, randomUUID())).toEqual({ ok: true })
    await world.work()
    expect(await now()).toMatchObject({ state: 'waiting', attempts: 1 })
    await later(601)
    await world.work()
    expect(await now()).toMatchObject({ state: 'delivered', attempts: 2 })
    expect(receiver.received(path).map(call => call.id)).toEqual([id, id, id])
  })
  test('is what was delivered, once for one press', async () => {
    const { id, now, attempt } = await aDelivery()
    await attempt()
    const press = randomUUID()
    expect(await replayDelivery(admin, id, press)).toEqual({ ok: true })
    expect(await replayDelivery(admin, id, press)).toEqual({ ok: true })
    await world.work()
    expect(receiver.received(path).map(call => call.id)).toEqual([id, id])
    expect(await now()).toMatchObject({ state: 'delivered' })
  })
})
