import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { checkSystem } from '@/lib/door/systems/check-system'
import { connectTo } from '@/lib/door/systems/connect'
import { saveSystem } from '@/lib/door/systems/save-system'
import { shownSystem, shownSystems } from '@/lib/door/systems/shown-systems'
import { log } from '@/lib/log'
import { openSealed } from '@/lib/store/database/open-sealed'
import { sealJson } from '@/lib/store/database/sealing'
import { readSystem } from '@/lib/store/systems/connected'
import { enterSystem, recordFailure } from '@/lib/store/systems/traffic'
import { staffOf } from '../factories/staff'
import { aWorld } from '../factories/world'
import { knowRegister, Register } from '../support/test-kind'

knowRegister()
const site = await new Register().listen()
process.env.ALLOWED_PRIVATE_HOSTS = site.host
const world = await aWorld()
afterAll(() => site.close())

const admin = staffOf('admin', 'ada')
const token = site.token
const good = { kind: 'register', enabled: true, settings: { url: site.url, token } }
const save = (given: object) => saveSystem(admin, 'crm', given, randomUUID())
const change = (settings: object) => save({ ...good, settings: { url: site.url, ...settings } })
const view = async () => (await shownSystem(admin, 'crm'))?.system
const secretsOf = async () => {
  const row = await readSystem('crm')
  return row?.secrets ? openSealed(row.secrets, 'connected system', 'crm') : null
}

beforeEach(async () => {
  site.clearFaults()
  site.token = token
  await world.sql('delete from connected_system; delete from rate_limit')
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('testing', () => {
  test('says each check, keeps it, and works while it is switched off', async () => {
    await save({ ...good, enabled: false })
    expect(await checkSystem(admin, 'crm')).toEqual({
      ok: true,
      passed: true,
      checks: [
        { name: 'Credentials', ok: true, words: 'The token is habeas-bot’s.' },
        { name: 'Rights', ok: true, words: 'It may find and erase.' },
      ],
    })
    const found = await shownSystem(admin, 'crm')
    expect(found?.lastTest?.checks).toHaveLength(2)
    expect(found?.system.health.state).toBe('off')
  })
  test('a refusal is a line in the system’s words without our secret, and shows as its health', async () => {
    await save(good)
    site.token = 'another-one'
    const checked = await checkSystem(admin, 'crm')
    expect(checked).toMatchObject({
      ok: true,
      passed: false,
      checks: [{ name: 'Connection', ok: false, words: expect.stringMatching(/401.*\[hidden\] is wrong/) }],
    })
    expect(await view()).toMatchObject({ health: { state: 'failing', words: expect.stringMatching(/401/) } })
    site.token = token
    await checkSystem(admin, 'crm')
    expect(await view()).toMatchObject({ health: { state: 'ok' } })
  })
  test.each([
    ['an HTML page', { kind: 'html' }, /isn’t JSON/],
    ['nothing', { kind: 'empty' }, /nothing/],
    ['a broken connection', { kind: 'reset' }, /can’t be reached/],
    ['a redirect', { kind: 'redirect', to: 'http://10.0.0.1/' }, /sent us elsewhere/],
    ['an error', { kind: 'status', status: 503 }, /failed \(503\)/],
  ] as const)('%s is a line that says so', async (_what, fault, words) => {
    await save(good)
    site.fault(/whoami/, fault)
    const checked = await checkSystem(admin, 'crm')
    expect(checked).toMatchObject({
      passed: false,
      checks: [{ ok: false, words: expect.stringMatching(words) }],
    })
  })
  test('a system that was left alone is asked at once, as somebody wants to know now', async () => {
    await save(good)
    for (let at = 0; at < 10; at++) await recordFailure('crm', 'It can’t be reached.')
    expect(await checkSystem(admin, 'crm')).toMatchObject({ passed: true })
    expect(await enterSystem('crm', 600)).toMatchObject({ failures: 0, pauseSeconds: 0 })
    for (let at = 0; at < 10; at++) await recordFailure('crm', 'It can’t be reached.')
    site.fault(/whoami/, { kind: 'reset' })
    expect(await checkSystem(admin, 'crm')).toMatchObject({ passed: false })
    expect((await enterSystem('crm', 600))?.pauseSeconds).toBeGreaterThan(0)
  })
  test('credentials that it stopped taking show in its health by themselves', async () => {
    await save(good)
    site.token = 'another-one'
    await (await connectTo('crm'))?.check().catch(() => undefined)
    expect(await view()).toMatchObject({
      health: { state: 'failing', words: 'Register doesn’t accept the credentials (401).' },
    })
  })
  test('settings of another version and secrets of a lost key are lines, too', async () => {
    await save(good)
    await world.sql(`update connected_system set settings = '{"url": 7}'`)
    expect(await checkSystem(admin, 'crm')).toMatchObject({ checks: [{ name: 'Settings', ok: false }] })
    const lost = sealJson({ token }, 'connected system', new Uint8Array(32).fill(7), 'crm')
    await world.db.connectedSystem.update({ where: { key: 'crm' }, data: { secrets: lost } })
    expect(await checkSystem(admin, 'crm')).toMatchObject({ checks: [{ name: 'Secrets', ok: false }] })
    await world.sql(`update connected_system set kind = 'of-before'`)
    expect(await checkSystem(admin, 'crm')).toMatchObject({ checks: [{ name: 'Kind', ok: false }] })
    expect(await checkSystem(admin, 'none')).toMatchObject({ ok: false, reason: 'not-found' })
  })
  test('nobody scans with it: sixty times a minute each, twice as often for all', async () => {
    await save(good)
    for (let at = 0; at < 60; at++) expect((await checkSystem(admin, 'crm')).ok).toBe(true)
    const calls = site.calls.length
    expect(await checkSystem(admin, 'crm')).toMatchObject({
      reason: 'too-often',
      retryAfterSeconds: expect.any(Number),
    })
    for (let at = 0; at < 60; at++) await checkSystem(staffOf('admin', 'b'), 'crm')
    expect(await checkSystem(staffOf('admin', 'd'), 'crm')).toMatchObject({ reason: 'too-often' })
    expect(site.calls.length - calls).toBeLessThanOrEqual(60)
  })
})

test('no secret is in any table, answer or log', async () => {
  const planted = 'glpat-planted-secret-of-this-test'
  const [hook, old] = ['hook-planted-secret-of-this-test', 'old-planted-secret-of-this-test']
  const written: unknown[] = []
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(log, level).mockImplementation((...words: unknown[]) => void written.push(words))
  site.token = 'something-else'
  const answers = [
    await change({ token: old }),
    await change({ token: planted, webhookSecret: hook }),
    await change({ token: planted, nonsense: planted }),
    await change({ token: planted, most: planted }),
    await change({ url: `https://${planted}@example.org`, token: planted }),
    await checkSystem(admin, 'crm'),
    await shownSystems(admin),
    await shownSystem(admin, 'crm'),
  ]
  expect(JSON.stringify(await secretsOf())).toContain(planted)
  const tables = await world.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const texts: string[] = [JSON.stringify(answers), JSON.stringify(written)]
  for (const { name } of tables)
    texts.push(
      ...(await world.sql<{ line: string }>(`select t::text as line from ${name} t`)).map(({ line }) => line),
    )
  expect(texts.join('\n')).toContain('change-system')
  for (const secret of [planted, hook, old])
    for (const spelling of [
      secret,
      Buffer.from(secret).toString('hex'),
      Buffer.from(secret).toString('base64'),
    ])
      expect(texts.filter(text => text.includes(spelling))).toEqual([])
})
