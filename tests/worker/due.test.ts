import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { dueName } from '@/app/(desk)/settings/jobs/due-labels'
import { systemActor } from '@/lib/core/people/make-actor'
import { retentionDays } from '@/lib/core/settings/retention'
import { tryEach, tryParts } from '@/lib/door/due/try-each'
import { removeOrphans } from '@/lib/door/files/attach-orphans'
import { env } from '@/lib/env'
import { fileStorage } from '@/lib/files/storage'
import { log } from '@/lib/log'
import { backOffSeconds, PARKED_AFTER } from '@/lib/store/database/back-off'
import { beginTry, deleteOldTries, parkedTries, retryParkedTry } from '@/lib/store/database/due-tries'
import { contentOutOfTime } from '@/lib/store/retention/retention'
import { filesOutOfTime } from '@/lib/store/retention/retention-files'
import { enforceRetention } from '@/lib/worker/sweeps/retention'
import { endHolds, expireWindows } from '@/lib/worker/sweeps/timers'
import { staffOf } from '@/tests/factories/staff'
import { aWorld } from '../factories/world'

const system = systemActor()

const world = await aWorld()
const { db, get, sql } = world

const failed = vi.spyOn(log, 'error')
const warned = vi.spyOn(log, 'warn')
beforeEach(async () => {
  failed.mockClear()
  warned.mockClear()
  await sql('delete from due_try')
})

/** What was tried in vain has waited long enough. */
const waited = () => sql("update due_try set next_try_at = now() - interval '1 second'")
const tries = () => db.dueTry.findMany({ orderBy: { key: 'asc' } })

/** Submitted and never confirmed, so many days after the window began. */
async function unconfirmed(days: number): Promise<string> {
  const reference = await world.submit(await world.account())
  await world.pass(reference, days)
  return reference
}

test('a row that throws stops no later one, and a person sees it', async () => {
  const poison = await unconfirmed(9)
  const other = await unconfirmed(8)
  await sql(`update request set type = 'of-another-version' where reference = $1`, [poison])
  await expireWindows.run()
  expect(await get(other)).toMatchObject({ state: 'closed', outcome: 'unconfirmed' })
  expect(failed).toHaveBeenCalledTimes(1)
  expect(failed).toHaveBeenCalledWith(
    expect.objectContaining({ sweep: 'windows', request: poison, attempt: 1, parked: false }),
    'what was due failed',
  )
  expect(await tries()).toMatchObject([{ sweep: 'windows', reference: poison, attempts: 1, refused: false }])

  await expireWindows.run()
  expect(failed).toHaveBeenCalledTimes(1)
  for (let round = 2; round <= PARKED_AFTER; round++) {
    expect(await parkedTries(system)).toEqual([])
    await waited()
    await expireWindows.run()
  }
  expect(failed).toHaveBeenCalledTimes(PARKED_AFTER)
  expect(failed).toHaveBeenLastCalledWith(expect.objectContaining({ parked: true }), 'what was due failed')
  const [parked] = await parkedTries(staffOf('privacy'))
  expect(parked).toMatchObject({
    sweep: 'windows',
    reference: poison,
    attempts: PARKED_AFTER,
    problem: 'Error',
    logId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(dueName({ sweep: 'windows', id: '' })).toBe('End of a response window')

  await sql(`update request set type = 'individual-deletion' where reference = $1`, [poison])
  expect(await retryParkedTry(staffOf('support-engineer'), 'windows', parked?.id ?? '')).toBe(false)
  expect(await retryParkedTry(staffOf('admin'), 'windows', parked?.id ?? '')).toBe(true)
  expect(await parkedTries(system)).toEqual([])
  await expireWindows.run()
  expect((await get(poison)).state).toBe('closed')
  expect(await tries()).toEqual([])
})

test('a hundred that are refused starve nobody', async () => {
  const { reference } = await world.begin()
  expect(await world.run('support-engineer', reference, 'hold', { reason: 'Ask first' })).toMatchObject({
    ok: true,
  })
  await sql(`update hold set until = now() - interval '1 hour'`)
  // A hold that was placed where none can end: ending it is refused, however often it is asked.
  const { id } = await get(await unconfirmed(0))
  await sql(
    `insert into hold (id, request_id, reason, placed_at, placed_by, until)
     select 'refused-' || n, $1, 'other', now(), 'privacy', now() - interval '9 days' from generate_series(1, 100) n`,
    [id],
  )
  await endHolds.run()
  expect(warned.mock.calls.filter(([about]) => JSON.stringify(about).includes('illegal-state'))).toHaveLength(
    100,
  )
  expect(await get(reference)).toMatchObject({ holds: [{ releasedAt: null }] })
  await endHolds.run()
  expect(await get(reference)).toMatchObject({ holds: [{ releasedBy: 'system' }] })
  expect(failed).not.toHaveBeenCalled()
  expect(await tries()).toHaveLength(100)
  // On a slow machine the first of them may be due once more before the last was tried.
  for (const refused of await tries())
    expect(refused).toMatchObject({ problem: 'illegal-state', refused: true })
})

describe('what is to be erased', () => {
  async function* bytes() {
    yield Buffer.from('a certificate')
  }
  const days = retentionDays.parse({})
  const pathOf = (key: string) => join(fileURLToPath(env().storageUrl), key)
  const keep = async () => await fileStorage().keep(await fileStorage().receive(bytes(), 100))
  /** Nothing removes it: it is a folder, with something in it. Also for root, whom no permission stops. */
  const makeStubborn = (key: string) => {
    rmSync(pathOf(key))
    mkdirSync(join(pathOf(key), 'inside'), { recursive: true })
  }
  const cure = (key: string) => rmSync(pathOf(key), { recursive: true })
  const addProof = async (reference: string, addedAt: string) => {
    const storageKey = await keep()
    const { id: requestId } = await get(reference)
    const id = crypto.randomUUID()
    const file = { name: 'proof.txt', size: 13, sha256: '', mediaType: 'text/plain', purpose: 'proof' }
    await db.file.create({
      data: { id, requestId, ...file, addedBy: 'requester', storageKey, addedAt: new Date(addedAt) },
    })
    return { id, storageKey }
  }
  /** Closed as unconfirmed, so many days ago. */
  const closed = async (days: number) => {
    const reference = await unconfirmed(9)
    await expireWindows.run()
    await sql(`update request set closed_at = closed_at - make_interval(days => $2) where reference = $1`, [
      reference,
      days,
    ])
    return reference
  }

  test('a file that can’t be removed keeps no other, nor anything that comes after files', async () => {
    const reference = await closed(0)
    const stubborn = await addProof(reference, '2026-01-01')
    const other = await addProof(reference, '2026-01-02')
    makeStubborn(stubborn.storageKey)
    await sql(
      `update request set closed_at = closed_at - interval '31 days', confirmed_at = received_at where reference = $1`,
      [reference],
    )
    await db.offChannel.create({
      data: {
        id: 'o',
        channel: 'mail',
        asksFor: 'data-access',
        answer: 'x',
        solved: true,
        at: new Date('2020-01-01'),
        note: 'n',
      },
    })
    await enforceRetention.run()
    expect(await fileStorage().read(other.storageKey)).toBeNull()
    expect(await db.file.findUnique({ where: { id: other.id } })).toMatchObject({ name: 'removed' })
    expect(await db.offChannel.findUnique({ where: { id: 'o' } })).toMatchObject({ note: null })
    expect(await tries()).toMatchObject([{ sweep: 'files', key: stubborn.id, reference, attempts: 1 }])
    expect(await filesOutOfTime(system, days)).toEqual([])
    await waited()
    expect(await filesOutOfTime(system, days)).toEqual([{ id: stubborn.id, reference }])
    cure(stubborn.storageKey)
    await waited()
    await enforceRetention.run()
    expect(await db.file.findUnique({ where: { id: stubborn.id } })).toMatchObject({ name: 'removed' })
    expect(await tries()).toEqual([])
  })

  test('a request that can’t be erased keeps no other', async () => {
    const stubborn = await closed(40)
    const other = await closed(35)
    const file = await addProof(stubborn, '2026-01-01')
    await sql(`update file set removed_at = now() where id = $1`, [file.id])
    makeStubborn(file.storageKey)
    await enforceRetention.run()
    expect((await get(other)).contentErasedAt).not.toBeNull()
    expect((await get(stubborn)).contentErasedAt).toBeNull()
    const { id } = await get(stubborn)
    expect(await tries()).toMatchObject([{ sweep: 'content', key: id, reference: stubborn, attempts: 1 }])
    expect(await contentOutOfTime(system, days)).toEqual([])
    await waited()
    expect(await contentOutOfTime(system, days)).toEqual([{ id, reference: stubborn }])
    cure(file.storageKey)
    await waited()
    await enforceRetention.run()
    expect((await get(stubborn)).contentErasedAt).not.toBeNull()
    expect(await tries()).toEqual([])
  })

  test('a file that belongs to nothing keeps no other', async () => {
    const keys = [await keep(), await keep(), await keep()].sort()
    const [first = ''] = keys
    makeStubborn(first)
    const later = new Date(Date.now() + 30 * 3_600_000)
    expect(await removeOrphans(later)).toBe(2)
    expect(await tries()).toMatchObject([{ sweep: 'orphans', key: first }])
    cure(first)
  })
})

describe('a try', () => {
  const things = ['a', 'b', 'c'].map(id => ({ id }))
  test('is each thing’s own, and is counted before anything is done', async () => {
    const seen: string[] = []
    const done = await tryEach('holds', things, async ({ id }) => {
      seen.push(id)
      expect((await tries()).find(row => row.key === id)).toMatchObject({
        attempts: 1,
        problem: 'worker-ended',
      })
      if (id === 'a') throw new TypeError('for ada@customer.test')
      return id === 'b' ? 'on-hold' : undefined
    })
    expect([done, seen]).toEqual([1, ['a', 'b', 'c']])
    expect(await tries()).toMatchObject([
      { key: 'a', problem: 'TypeError', refused: false },
      { key: 'b', problem: 'on-hold', refused: true },
    ])
    expect(JSON.stringify(await tries())).not.toContain('customer.test')
    expect(JSON.stringify([failed.mock.calls, warned.mock.calls])).not.toContain('customer.test')
  })
  test('is one worker’s at a time, and waits longer each time', async () => {
    expect(await Promise.all([1, 2, 3].map(() => beginTry(system, 'holds', { id: 'x' })))).toEqual(
      expect.arrayContaining([1, null, null]),
    )
    for (let attempt = 2; attempt <= 14; attempt++) {
      await waited()
      expect(await beginTry(system, 'holds', { id: 'x' })).toBe(attempt)
      const [row] = await tries()
      expect((+(row?.nextTryAt ?? 0) - +(row?.lastAt ?? 0)) / 1000).toBeCloseTo(backOffSeconds(attempt), 0)
    }
  })
  test('is not begun once the worker has to end', async () => {
    const ending = new AbortController()
    const seen: string[] = []
    const attempt = async ({ id }: { id: string }) => {
      seen.push(id)
      ending.abort()
      return undefined
    }
    expect(await tryEach('holds', things, attempt, ending.signal)).toBe(1)
    expect(seen).toEqual(['a'])
    const part = vi.fn(async () => undefined)
    await tryParts({ part }, ending.signal)
    expect(part).not.toHaveBeenCalled()
  })
  test('is forgotten a day after it could have been made again', async () => {
    await beginTry(system, 'holds', { id: 'gone' })
    await beginTry(system, 'holds', { id: 'late' })
    await sql(`update due_try set next_try_at = now() - interval '25 hours' where key = 'gone'`)
    await sql(`update due_try set next_try_at = now() - interval '23 hours' where key = 'late'`)
    await deleteOldTries(system)
    expect(await tries()).toMatchObject([{ key: 'late' }])
  })
})

test('a part of a sweep that fails stops no other, waits, and is forgotten once it succeeds', async () => {
  let ill = true
  const bad = vi.fn(async () => {
    if (ill) throw new Error('for ada@customer.test')
  })
  const good = vi.fn(async () => undefined)
  const round = () => tryParts({ bad, good })
  await round()
  await round()
  expect([bad.mock.calls.length, good.mock.calls.length]).toEqual([1, 2])
  expect(await tries()).toMatchObject([{ sweep: 'parts', key: 'bad', attempts: 1, problem: 'Error' }])
  await waited()
  await round()
  expect(await tries()).toMatchObject([{ key: 'bad', attempts: 2 }])
  ill = false
  await waited()
  await round()
  expect(await tries()).toEqual([])
})
