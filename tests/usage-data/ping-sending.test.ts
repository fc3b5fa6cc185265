import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '@/lib/core/people/actor'
import { publishFirstEntry } from '@/lib/door/usage/announce'
import { currentPing, makeWeeklyPing, PING_TRIES } from '@/lib/door/usage/ping'
import { saveServicePing } from '@/lib/door/usage/service-ping'
import { databaseNow } from '@/lib/store/database/transaction'
import { readSetting } from '@/lib/store/settings/settings'
import { readChanges } from '@/lib/store/usage/announcements'
import { lastPings } from '@/lib/store/usage/pings'
import { handOver, receiverProblem } from '@/lib/systems/ping-receiver'
import { countedWeekEnds } from '@/lib/usage-data/figures/ping-windows'
import { sendPing } from '@/lib/worker/jobs/send-ping'
import { staffOf } from '@/tests/factories/staff'
import { aWorld } from '../factories/world'

/** Somebody's server, at the socket. */
const received: { path: string; type: string | undefined; key: unknown; body: string }[] = []
let status = 200
const servers: Server[] = []
const listen = async (server: Server) => {
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return `http://127.0.0.1:${address.port}`
}
const receiver = await listen(
  createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      const { url = '', headers } = request
      const [type, key] = [headers['content-type'], headers['idempotency-key']]
      received.push({ path: url, type, key, body: Buffer.concat(parts).toString() })
      response.writeHead(status, { location: '/elsewhere' }).end()
    })
  }),
)
const silent = await listen(createServer(() => undefined))
const gone = await listen(createServer())
await new Promise(resolve => servers.at(-1)?.close(resolve))

// They are on this machine, which nobody may call unless an operator allows it.
const allowed = [receiver, silent, gone].map(address => new URL(address).host)
vi.stubEnv('ALLOWED_PRIVATE_HOSTS', allowed.join(','))
const world = await aWorld()
const { sql, db } = world

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})
beforeEach(async () => {
  received.length = 0
  status = 200
  await sql('delete from usage_ping')
  await sql(`delete from graphile_worker._private_jobs`)
})

const save = (on: boolean, address: string, role: Role = 'admin') =>
  saveServicePing(staffOf(role), { on, address }, `test:${randomUUID()}`)
const never = new AbortController().signal
const how = { key: 'k', allowed, signal: never }
const attempt = (pingId: string, count: number) =>
  sendPing({ pingId }, { jobId: 'j', attempt: count, workerId: 'w', signal: never })

await world.begin()
await publishFirstEntry()

describe('the figures', () => {
  test('are those of this installation, whole, with an id of its own that stays', async () => {
    const now = new Date()
    const ping = await currentPing(now)
    expect(ping).toMatchObject({
      hostname: 'habeas.test',
      recorded_at: now.toISOString(),
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      counts: {
        requests: 1,
        requests_open: 1,
        requests_weekly: 0,
        requests_deletion: 1,
        tasks_done_privacy: 0,
      },
    })
    expect(ping.uuid).toMatch(/^[0-9a-f-]{36}$/)
    expect((await currentPing(now)).uuid).toBe(ping.uuid)
    expect(JSON.stringify(ping)).not.toContain(':-1')
  })
  test('of fewer people than may be shown are left out', async () => {
    await sql('update staff set disabled_at = now()')
    expect((await currentPing(new Date())).active_user_count).toBeNull()
    const colleagues = Array.from({ length: 5 }, (_, at) => ({
      id: `c${at}`,
      email: `c${at}@staff.example`,
      name: 'Col League',
      role: 'privacy',
    }))
    await db.staff.createMany({ data: colleagues })
    expect((await currentPing(new Date())).active_user_count).toBe(5)
    await sql('update staff set disabled_at = null')
  })
  test('that fail say −1, and the others are told all the same', async () => {
    await sql('alter table off_channel rename to off_channel_away')
    const ping = await currentPing(new Date())
    await sql('alter table off_channel_away rename to off_channel')
    expect(ping.counts).toMatchObject({ off_channel_requests: -1, requests: 1 })
  })
  test('of events come from what was rolled up, for whole weeks', async () => {
    const ends = countedWeekEnds(new Date()).toISOString().slice(0, 10)
    const put = (event: string, days: number, users: number | null) =>
      sql('insert into usage_window (ends_on, days, event, count, users) values ($1, $2, $3, 40, $4)', [
        ends,
        days,
        event,
        users,
      ])
    await put('habeas_page_viewed', 7, null)
    await put('page_view', 7, 12)
    await put('page_view', 28, 4)
    await sql(`insert into usage_daily (day, event, count) values ($1, 'issue_created', 3)`, [ends])
    const ping = await currentPing(new Date())
    expect(ping.counts).toMatchObject({ habeas_page_views_weekly: 40, habeas_page_views_monthly: 0 })
    // Four people are too few to be told of; a week that should have been counted and wasn't is no zero.
    expect(ping.usage_activity_by_stage).toMatchObject({
      page_view_users_weekly: 12,
      page_view_users_monthly: null,
      issues_created: 3,
      issues_created_weekly: -1,
    })
  })
  test('that people weren’t told of are not in it', async () => {
    await sql(`update usage_announced set fingerprint = 'other' where subject = 'metric/counts.requests'`)
    const { counts } = await currentPing(new Date())
    expect(counts).not.toHaveProperty('requests')
    expect(counts).toHaveProperty('requests_closed')
  })
})

describe('the address', () => {
  test.each([
    'http://ping.example/',
    'ftp://ping.example/',
    'https://user:secret@ping.example/',
    'https://ping.example/#part',
    'ping.example',
    'javascript:alert(1)',
    'http://localhost.ping.example/',
    'file:///etc/passwd',
    'https://169.254.169.254/latest/meta-data/',
    'https://2130706433/',
    'https://[::ffff:10.0.0.1]/',
    'https://localhost/',
    'https://ping.internal/',
  ])('%s is refused', async address => {
    expect(receiverProblem(address, allowed)).toEqual(expect.any(String))
    expect(await save(true, address)).toMatchObject({ ok: false, fields: { address: expect.any(String) } })
    expect(await handOver(address, {}, how)).toBe('address-not-allowed')
  })
  test('is needed to switch it on, and is set by admins only', async () => {
    expect(await save(true, '')).toMatchObject({ fields: { address: 'Enter where the ping goes.' } })
    expect(await save(true, `${receiver}/`, 'privacy')).toMatchObject({ status: 403 })
    expect(await readSetting('service-ping')).toEqual({ on: false, address: '' })
  })
})

describe('each week', () => {
  test('one is made and kept, and none leaves while it is off', async () => {
    const made = await Promise.all([makeWeeklyPing(), makeWeeklyPing(), makeWeeklyPing()])
    expect(made.filter(Boolean)).toEqual(['kept'])
    expect(await makeWeeklyPing()).toBeNull()
    await world.work()
    expect(received).toEqual([])
    expect(await lastPings(5)).toMatchObject([{ state: 'kept', sentTo: null }])
  })
  test('switching it on is told to everybody, but not where it goes', async () => {
    expect(await save(true, `${receiver}/habeas?key=hidden`)).toMatchObject({ ok: true })
    expect(await readChanges(1)).toMatchObject([
      { kind: 'recipient', title: 'The Service Ping is sent each week' },
    ])
    const before = (await readChanges(10)).length
    expect(await save(true, `${receiver}/habeas?key=hidden`)).toMatchObject({ ok: true })
    expect(await readChanges(10)).toHaveLength(before)
    expect(await save(true, `${silent}/other`)).toMatchObject({ ok: true })
    expect(await readChanges(1)).toMatchObject([{ title: 'The Service Ping’s receiver changed' }])
    expect(await save(true, `${receiver}/habeas?key=hidden`)).toMatchObject({ ok: true })
    expect(JSON.stringify(await readChanges(50))).not.toMatch(/127\.0\.0\.1|\/habeas|\/other|hidden/)
  })
  test('it is sent to that address as it is kept', async () => {
    expect(await makeWeeklyPing()).toBe('queued')
    await world.work()
    const [kept] = await sql<{ document: { idempotency_key: string } }>('select document from usage_ping')
    expect(received.map(({ key }) => key)).toEqual([kept?.document.idempotency_key])
    expect(received.map(({ path, type }) => [path, type])).toEqual([
      ['/habeas?key=hidden', 'application/json'],
    ])
    expect(JSON.parse(received[0]?.body ?? '')).toEqual(kept?.document)
    expect(await lastPings(1)).toMatchObject([
      { state: 'sent', sentTo: `${new URL(receiver).host}/habeas`, problem: null, sentAt: expect.any(Date) },
    ])
  })
  test('killed between sending and writing that down, it is sent again with the same key', async () => {
    await makeWeeklyPing()
    const [ping] = await lastPings(1)
    await attempt(ping?.id ?? '', 1)
    await sql(`update usage_ping set state = 'queued', sent_at = null`)
    await attempt(ping?.id ?? '', 2)
    const keys = received.map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}:\d{4}-\d\d-\d\d$/)
    // Made anew within the same week, it is still the same week's.
    const { idempotency_key } = await currentPing(await databaseNow())
    expect(idempotency_key).toBe(keys[0])
  })
  test('what is not taken is tried three times, and what went wrong is kept', async () => {
    await makeWeeklyPing()
    const [ping] = await lastPings(1)
    status = 503
    for (let count = 1; count < PING_TRIES; count++) {
      await expect(attempt(ping?.id ?? '', count)).rejects.toThrow()
      expect(await lastPings(1)).toMatchObject([{ state: 'queued', problem: 'http-503' }])
    }
    await attempt(ping?.id ?? '', PING_TRIES)
    expect(await lastPings(1)).toMatchObject([{ state: 'failed', problem: 'http-503' }])
    await attempt(ping?.id ?? '', 1)
    expect(received).toHaveLength(PING_TRIES)
  })
  test('no redirect is followed', async () => {
    status = 307
    expect(await handOver(`${receiver}/`, {}, how)).toBe('redirected')
    expect(received.map(call => call.path)).toEqual(['/'])
  })
  test('who never answers, or isn’t there, is given up on', async () => {
    expect(await handOver(`${silent}/`, {}, { ...how, patienceMs: 50 })).toBe('timeout')
    expect(await handOver(`${gone}/`, {}, how)).toBe('unreachable')
  })
  test('one that is queued when it is switched off stays here, and people are told', async () => {
    await makeWeeklyPing()
    const [ping] = await lastPings(1)
    expect(await save(false, `${receiver}/habeas`)).toMatchObject({ ok: true })
    expect((await readChanges(1))[0]?.title).toBe('The Service Ping is no longer sent')
    await attempt(ping?.id ?? '', 1)
    expect(received).toEqual([])
    expect(await lastPings(1)).toMatchObject([{ state: 'kept' }])
  })
})
