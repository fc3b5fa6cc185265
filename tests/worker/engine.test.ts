import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { publicActor } from '@/lib/core/people/make-actor'
import { mailServer } from '@/lib/mail/server'
import { database, transaction } from '@/lib/store/database/client'
import { addJob, parkedJobs, retryParkedJob } from '@/lib/store/database/jobs'
import { lastBeat } from '@/lib/store/database/worker-heartbeat'
import { queueMail } from '@/lib/store/mail/outbox'
import { type Engine, type EngineOptions, startEngine } from '@/lib/worker/engine'
import { sendMailWith } from '@/lib/worker/jobs/send-mail'
import { staffOf } from '@/tests/factories/staff'
import { system } from '@/tests/factories/system'
import { testDatabase } from '../support/database'
import { smtpSink } from '../support/smtp'

const { url, sql } = await testDatabase()
const key = randomBytes(32)
const idle = async () => undefined

let engine: Engine | undefined
async function work(options: Partial<EngineOptions>): Promise<Engine> {
  engine = await startEngine({ databaseUrl: url, jobs: { idle }, sweeps: [], ...options })
  return engine
}
const add = (name: string, payload: Record<string, string> = {}, maxAttempts = 1) =>
  transaction(tx => addJob(tx, name, payload, { maxAttempts }))
/** Ends as soon as it is true; the limit is only for what never becomes true. */
const soon = { timeout: 60_000, interval: 20 }

afterEach(async () => {
  await engine?.stop()
  engine = undefined
  await sql('delete from graphile_worker._private_jobs')
  await sql('delete from outbox')
})

test('a job is picked up once it is committed, and not before', async () => {
  const ran = vi.fn(idle)
  await work({ jobs: { ran } })
  await transaction(async tx => {
    await addJob(tx, 'ran', { taskId: 'x' })
    expect(ran).not.toHaveBeenCalled()
  })
  await vi.waitFor(() => expect(ran).toHaveBeenCalledTimes(1), soon)
  expect(ran).toHaveBeenCalledWith({ taskId: 'x' }, expect.objectContaining({ attempt: 1 }))
})

test('a job of a change that was undone never runs', async () => {
  const undone = vi.fn(idle)
  await work({ jobs: { undone, idle } })
  await expect(
    transaction(async tx => {
      await addJob(tx, 'undone', {})
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await sql('select id from graphile_worker.jobs')).toEqual([])
  expect(undone).not.toHaveBeenCalled()
})

describe('a poisoned job', () => {
  const poison = async () => {
    throw new TypeError('no route to ada.lovelace@customer.test')
  }

  test('is parked where people see it, without a word of personal data, and the queue moves on', async () => {
    const began = Date.now()
    const fine = vi.fn(idle)
    await work({ jobs: { poison, fine } })
    await add('poison')
    await add('fine')
    await vi.waitFor(async () => {
      expect(fine).toHaveBeenCalled()
      expect(await parkedJobs(system)).toMatchObject([
        { name: 'poison', attempts: 1, lastErrorKind: 'TypeError' },
      ])
    }, soon)
    const [parked] = await parkedJobs(system)
    expect(parked?.reference).toMatch(/^[0-9a-f-]{36}$/)
    expect(parked?.since.getTime()).toBeGreaterThanOrEqual(began)
    expect(JSON.stringify(await sql('select * from graphile_worker._private_jobs'))).not.toContain(
      'customer.test',
    )
  })

  test('gets its attempts back from a person, and ends well once the cause is gone', async () => {
    const cured = vi.fn(async () => {
      if (cured.mock.calls.length === 1) throw new Error('still ill')
    })
    await work({ jobs: { cured } })
    await add('cured')
    await vi.waitFor(async () => expect(await parkedJobs(system)).toHaveLength(1), soon)
    const [parked] = await parkedJobs(system)
    expect(await retryParkedJob(publicActor(), parked?.id ?? '')).toBe(false)
    expect(await retryParkedJob(system, parked?.id ?? '')).toBe(true)
    await vi.waitFor(async () => expect(await sql('select id from graphile_worker.jobs')).toEqual([]), soon)
    expect(cured).toHaveBeenCalledTimes(2)
    expect(await retryParkedJob(system, parked?.id ?? '')).toBe(false)
  })

  test('that never ends is told to, and counts as failed when it does not listen', async () => {
    const told = vi.fn()
    const forever = (_payload: unknown, { signal }: { signal: AbortSignal }) => {
      signal.addEventListener('abort', told)
      return new Promise<void>(() => undefined)
    }
    await work({ jobs: { forever }, jobLimitMs: 100 })
    await add('forever')
    await vi.waitFor(async () => {
      expect(await parkedJobs(system)).toMatchObject([{ name: 'forever', lastErrorKind: 'JobTookTooLong' }])
    }, soon)
    expect(told).toHaveBeenCalled()
  })

  test('is shown only to actors who may manage jobs', async () => {
    await work({ jobs: { poison } })
    await add('poison')
    await vi.waitFor(async () => expect(await parkedJobs(system)).toHaveLength(1), soon)
    const as = (role: 'admin' | 'forum-admin') => parkedJobs(staffOf(role))
    expect(await as('admin')).toHaveLength(1)
    expect(await as('forum-admin')).toEqual([])
    expect(await parkedJobs(publicActor())).toEqual([])
  })
})

test('a mail server that hangs holds up nothing but mail', async () => {
  const sink = await smtpSink()
  sink.behaviour = 'hang-at-greeting'
  const fine = vi.fn(idle)
  const timeouts = { connection: 30_000, greeting: 30_000, socket: 30_000 }
  const send = sendMailWith(() => ({ server: mailServer(sink.url), key, timeouts }))
  await work({ jobs: { 'send-mail': send, fine } })
  for (let n = 0; n < 6; n++) {
    await transaction(tx =>
      queueMail(tx, { kind: 'k', to: `p${n}@c.test`, subject: 's', text: 't', from: 'a@h.test' }, key),
    )
  }
  await vi.waitFor(() => expect(sink.connections).toBe(2), soon)
  await add('fine')
  await vi.waitFor(() => expect(fine).toHaveBeenCalled(), soon)
  await engine?.stop()
  engine = undefined
  const states = await sql<{ state: string }>('select distinct state from outbox')
  expect(states).toEqual([{ state: 'queued' }])
  await sink.close()
})

test('a queued mail leaves', async () => {
  const sink = await smtpSink()
  await work({ jobs: { 'send-mail': sendMailWith(() => ({ server: mailServer(sink.url), key })) } })
  await transaction(tx =>
    queueMail(tx, { kind: 'k', to: 'p@c.test', subject: 's', text: 't', from: 'a@h.test' }, key),
  )
  await vi.waitFor(() => expect(sink.accepted()).toHaveLength(1), soon)
  await sink.close()
})

test('a sweep that fails stops neither itself nor the others', async () => {
  const bad = vi.fn(async () => {
    throw new Error('for ada@customer.test')
  })
  const good = vi.fn(idle)
  await work({
    sweeps: [
      { name: 'bad', run: bad },
      { name: 'good', run: good },
    ],
  })
  await vi.waitFor(() => {
    expect(bad.mock.calls.length).toBeGreaterThan(1)
    expect(good.mock.calls.length).toBeGreaterThan(1)
  }, soon)
})

test('it beats by the database clock, drains what runs when it is stopped, and takes itself off the list', async () => {
  let release = () => {}
  let ended = false
  const slow = vi.fn(async () => {
    await new Promise<void>(resolve => {
      release = resolve
    })
    ended = true
  })
  const running = await work({ jobs: { slow } })
  expect(await lastBeat()).toBeInstanceOf(Date)
  await add('slow')
  await vi.waitFor(() => expect(slow).toHaveBeenCalled(), soon)
  const stopping = running.stop()
  release()
  await stopping
  engine = undefined
  expect(ended).toBe(true)
  expect(await database().workerBeat.count()).toBe(0)
  expect(await sql('select id from graphile_worker.jobs')).toEqual([])
})
