import { readdirSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { knownParts, logDenied, patternOf } from '@/lib/door/staff/denied'
import { traceAccess } from '@/lib/door/staff/trace-access'
import { log } from '@/lib/log'
import { readAccess } from '@/lib/store/audit/access'
import { staffOf } from '@/tests/factories/staff'
import { aWorld } from '@/tests/factories/world'
import { aToken, call } from '@/tests/support/api'

const world = await aWorld()
const { sql, db } = world
const { reference } = await world.begin()
const { id } = await world.get(reference)
const warned = vi.spyOn(log, 'warn')
const failed = vi.spyOn(log, 'error')
afterEach(() => {
  warned.mockClear()
  failed.mockClear()
})

describe('reading what is personal', () => {
  const rows = () =>
    sql<{ part: string; via: string; actor_role: string }>(
      'select part, via, actor_role from access_entry where scope = $1 order by part',
      [id],
    )
  test('leaves a trace of ids, once a day for each part', async () => {
    const token = await aToken('privacy')
    for (let turn = 0; turn < 3; turn++) {
      expect((await call(`/requests/${reference}`, { token })).status).toBe(200)
      expect((await call(`/requests/${reference}/messages`, { token })).status).toBe(200)
    }
    expect(await rows()).toEqual([
      { part: 'details', via: 'token', actor_role: 'privacy' },
      { part: 'messages', via: 'token', actor_role: 'privacy' },
    ])
    const support = staffOf('support-engineer')
    await Promise.all([1, 2, 3].map(() => traceAccess(support, id, 'status')))
    expect(await rows()).toHaveLength(3)
    await sql(`set session_replication_role = replica; update access_entry set day = day - 1;
      reset session_replication_role`)
    await traceAccess(support, id, 'status')
    expect(await rows()).toHaveLength(4)
    const all = JSON.stringify(await sql('select * from access_entry'))
    expect(all).not.toMatch(/@|PR-/)
  })
  test('that is refused, or shows nothing personal, leaves none', async () => {
    const before = await rows()
    await call(`/requests/${reference}`, { token: await aToken('admin') })
    await call(`/requests/${reference}`, { token: await aToken('forum-admin') })
    await call('/requests/PR-0000-0000', { token: await aToken('privacy') })
    expect(await rows()).toEqual(before)
  })
  test('is shown to Privacy and admins', async () => {
    expect(await readAccess(staffOf('privacy'), id)).toHaveLength(4)
    expect(await readAccess(staffOf('admin'), id)).toHaveLength(4)
    expect(await readAccess(staffOf('support-engineer'), id)).toEqual([])
  })
  test('can’t be taken back by the product', async () => {
    await expect(db.accessEntry.deleteMany({})).rejects.toThrow()
    await expect(db.accessEntry.updateMany({ data: { actorId: 'x' } })).rejects.toThrow()
    await expect(sql('truncate access_entry')).rejects.toThrow()
    expect(await rows()).toHaveLength(4)
  })
  test('works where the trace can’t be kept, and the log says so', async () => {
    await sql('alter table access_entry rename to away')
    const answer = await call(`/requests/${reference}`, { token: await aToken('privacy') })
    await sql('alter table away rename to access_entry')
    expect(answer.status).toBe(200)
    expect(failed).toHaveBeenCalledTimes(1)
  })
})

describe('a page that is denied', () => {
  test('is a line with who and which page, and nothing of what was typed', () => {
    logDenied(staffOf('console-engineer'), '/requests/robin@people.example/details?q=robin', 'see-queue')
    expect(warned).toHaveBeenCalledExactlyOnceWith(
      {
        actorId: expect.any(String),
        role: 'console-engineer',
        page: '/requests/[…]/details',
        ability: 'see-queue',
      },
      'security: page denied',
    )
  })
  test('is named by parts that are ours', () => {
    expect(patternOf('/off-channel/3f')).toBe('/off-channel/[…]')
    expect(patternOf('/requests/robin/status')).toBe('/requests/[…]/status')
    expect(patternOf('/settings/people')).toBe('/settings/people')
    expect(patternOf('/../../etc#x')).toBe('/[…]/[…]/[…]')
  })
  test('knows every part of the desk’s addresses', () => {
    const parts = readdirSync('app/(desk)', { recursive: true, encoding: 'utf8' })
      .filter(file => /(page\.tsx|route\.ts)$/.test(file))
      .flatMap(file => file.split(/[\\/]/).slice(0, -1))
      .filter(part => !part.startsWith('['))
    expect(parts.filter(part => !knownParts.has(part))).toEqual([])
  })
})
