import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/core/people/actor'
import { removeSystem, saveSystem } from '@/lib/door/systems/save-system'
import { shownSystem, shownSystems } from '@/lib/door/systems/shown-systems'
import { openSealed } from '@/lib/store/database/open-sealed'
import { sealJson } from '@/lib/store/database/sealing'
import { readSystem } from '@/lib/store/systems/connected'
import { enterSystem, recordFailure } from '@/lib/store/systems/traffic'
import { aPerson, signedIn, staffBySecret } from '../factories/signing-in'
import { staffOf } from '../factories/staff'
import { aWorld } from '../factories/world'
import { knowRegister, Register } from '../support/test-kind'
import { unchanged } from '../support/unchanged'

knowRegister()
const site = await new Register().listen()
process.env.ALLOWED_PRIVATE_HOSTS = `${site.host},localhost:${site.port}`
const world = await aWorld()
afterAll(() => site.close())

const admin = staffOf('admin', 'ada')
const token = site.token
const good = { kind: 'register', enabled: true, settings: { url: site.url, token } }
const save = (given: object, key = 'crm', actor: StaffActor = admin) =>
  saveSystem(actor, key, given, randomUUID())
const change = (settings: object, more: object = {}) =>
  save({ ...good, settings: { url: site.url, ...settings }, ...more })
const view = async (key = 'crm') => (await shownSystem(admin, key))?.system
const secretsOf = async (key = 'crm') => {
  const row = await readSystem(key)
  return row?.secrets ? openSealed(row.secrets, 'connected system', key) : null
}

beforeEach(async () => {
  await world.sql('delete from connected_system; delete from rate_limit')
})

describe('connecting', () => {
  test('keeps what it was given, and shows of a secret only that it is set', async () => {
    expect(await save(good)).toEqual({ ok: true })
    expect(await view()).toMatchObject({
      key: 'crm',
      kind: 'register',
      name: 'Register',
      enabled: true,
      abilities: ['find', 'erase'],
      settings: { url: site.url, token: { set: true }, webhookSecret: { set: false } },
      health: { state: 'ok' },
    })
    expect(await secretsOf()).toEqual({ token })
  })
  test.each([
    ['a key with a capital', 'CRM', {}, 'key'],
    ['a key of one letter', 'c', {}, 'key'],
    ['the address of the form', 'new', {}, 'key'],
    ['a kind that nobody knows', 'crm', { kind: 'fax' }, 'kind'],
    ['a kind that every object has', 'crm', { kind: 'constructor' }, 'kind'],
    ['no word on whether it is on', 'crm', { enabled: undefined }, 'enabled'],
    ['a field that isn’t known', 'crm', { role: 'admin' }, 'role'],
    ['a setting that isn’t known', 'crm', { settings: { ...good.settings, path: '/x' } }, 'settings.path'],
    ['no token', 'crm', { settings: { url: site.url } }, 'settings.token'],
    ['an empty token', 'crm', { settings: { url: site.url, token: '' } }, 'settings.token'],
    [
      'a token of nothing but space',
      'crm',
      { settings: { url: site.url, token: ' \u200b' } },
      'settings.token',
    ],
    ['a list for a text', 'crm', { settings: { ...good.settings, project: ['x'] } }, 'settings.project'],
    ['a text for a number', 'crm', { settings: { ...good.settings, most: 'many' } }, 'settings.most'],
    [
      'a text of endless length',
      'crm',
      { settings: { ...good.settings, project: 'x'.repeat(2001) } },
      'settings.project',
    ],
  ])('refuses %s, names the field, and keeps nothing', async (_what, key, more, field) => {
    const done = await unchanged(world.sql, () => save({ ...good, ...more }, key))
    expect(done).toMatchObject({
      ok: false,
      reason: 'invalid-input',
      fields: { [field]: expect.any(String) },
    })
    expect(JSON.stringify(done)).not.toContain(token)
  })
  test.each([
    'http://127.0.0.1:1',
    'https://127.0.0.1',
    'https://localhost',
    'https://2130706433',
    'https://0x7f.1',
    'https://0177.0.0.1',
    'https://[::ffff:10.0.0.1]',
    'https://169.254.169.254',
    'https://10.0.0.5:8443',
    'https://gitlab.internal',
    'http://example.org',
    'https://user:pass@example.org',
    'https://example.org/?to=me',
    'https://example.org/#here',
    'file:///etc/passwd',
    'gitlab.example.org',
  ])('refuses the address %s', async url => {
    const done = await save({ ...good, settings: { url, token } })
    expect(done).toMatchObject({ ok: false, fields: { 'settings.url': expect.any(String) } })
    expect(await readSystem('crm')).toBeNull()
  })
  test('says what an operator can do for a private host', async () => {
    expect(await save({ ...good, settings: { url: 'https://10.0.0.5', token } })).toMatchObject({
      fields: { 'settings.url': expect.stringContaining('ALLOWED_PRIVATE_HOSTS') },
    })
  })
  test('names may have numbers, as programs send them, and the kind says whether it takes them', async () => {
    const macros = { deletion: 'Deletion' }
    expect(await save({ ...good, settings: { ...good.settings, macros } })).toEqual({ ok: true })
    expect(await view()).toMatchObject({ settings: { macros } })
    expect(await save({ ...good, settings: { ...good.settings, macros: { deletion: 7 } } })).toMatchObject({
      fields: { 'settings.macros.deletion': expect.any(String) },
    })
  })
  test('a key that is taken is refused to somebody who connects a new one', async () => {
    await save(good)
    const again = await saveSystem(admin, 'crm', good, randomUUID(), { isNew: true })
    expect(again).toMatchObject({ fields: { key: expect.any(String) } })
  })
  test('of two at once for one key, one is new', async () => {
    const both = await Promise.all(
      ['a', 'b'].map(name => saveSystem(admin, 'crm', { ...good, name }, randomUUID(), { isNew: true })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('changing', () => {
  beforeEach(async () => {
    await save({ ...good, settings: { ...good.settings, webhookSecret: 'of the hook', project: 'a/b' } })
  })
  test('a secret that is left out stays, and another setting that is left out goes', async () => {
    expect(await change({}, { name: 'Our CRM' })).toEqual({ ok: true })
    expect(await secretsOf()).toEqual({ token, webhookSecret: 'of the hook' })
    const { name, settings } = (await view()) ?? {}
    expect([name, settings]).toEqual([
      'Our CRM',
      { url: site.url, token: { set: true }, webhookSecret: { set: true } },
    ])
  })
  test.each([null, ''])('%o takes an optional secret away, never one that is needed', async nothing => {
    expect(await change({ webhookSecret: nothing })).toEqual({ ok: true })
    expect(await secretsOf()).toEqual({ token })
    expect(await change({ token: nothing })).toMatchObject({
      fields: { 'settings.token': expect.any(String) },
    })
    expect(await secretsOf()).toEqual({ token })
  })
  test('a secret is never kept for another host', async () => {
    const url = `http://localhost:${site.port}`
    const done = await change({ url })
    expect(done).toMatchObject({
      fields: { 'settings.token': expect.any(String), 'settings.webhookSecret': expect.any(String) },
    })
    expect(await change({ url, token, webhookSecret: null })).toEqual({ ok: true })
    expect(await secretsOf()).toEqual({ token })
  })
  test('the kind stays', async () => {
    await world.sql(`update connected_system set kind = 'of-before'`)
    expect(await change({ token })).toMatchObject({ fields: { kind: expect.any(String) } })
  })
  test('what was wrong before counts no more once it is called another way, and counts on where only its name changes', async () => {
    for (let at = 0; at < 10; at++) await recordFailure('crm', 'It can’t be reached.')
    await change({ project: 'a/b' }, { name: 'Renamed' })
    expect(await view()).toMatchObject({
      health: { state: 'failing', words: expect.stringMatching('reached') },
    })
    await change({ token: 'another-token', project: 'a/b' })
    expect(await view()).toMatchObject({ health: { state: 'ok' } })
    expect(await enterSystem('crm', 600)).toMatchObject({ failures: 0, pauseSeconds: 0 })
  })
  test('secrets that no key opens are asked for again', async () => {
    const lost = sealJson({ token }, 'connected system', new Uint8Array(32).fill(7), 'crm')
    await world.db.connectedSystem.update({ where: { key: 'crm' }, data: { secrets: lost } })
    expect(await view()).toMatchObject({
      settings: { token: { set: false } },
      health: { state: 'failing', words: expect.stringContaining('HABEAS_KEY') },
    })
    expect(await change({})).toMatchObject({ fields: { 'settings.token': expect.any(String) } })
    expect(await change({ token })).toEqual({ ok: true })
  })
  test('the same command twice changes once', async () => {
    const id = randomUUID()
    await saveSystem(admin, 'crm', { ...good, name: 'First' }, id)
    await save({ ...good, name: 'Second' })
    expect(await saveSystem(admin, 'crm', { ...good, name: 'First' }, id)).toEqual({ ok: true })
    expect(await view()).toMatchObject({ name: 'Second' })
  })
})

test('disconnecting forgets it, once', async () => {
  await save(good)
  expect(await removeSystem(admin, 'crm', randomUUID())).toEqual({ ok: true })
  expect(await shownSystems(admin)).toEqual([])
  expect(await removeSystem(admin, 'crm', randomUUID())).toMatchObject({ ok: false, reason: 'not-found' })
})

test('an admin proves again who they are before a change, and not before a look', async () => {
  await aPerson('boss@staff.example', 'admin')
  const { secret } = await signedIn('boss@staff.example')
  await world.sql(`update staff_session set confirmed_at = now() - interval '11 minutes'`)
  const late = (await staffBySecret(secret))?.actor
  if (!late) throw new Error('nobody is signed in')
  expect(await save(good, 'crm', late)).toMatchObject({ ok: false, reason: 'confirm-again' })
  expect(await removeSystem(late, 'crm', randomUUID())).toMatchObject({ reason: 'confirm-again' })
  expect(await shownSystems(late)).toEqual([])
})

test('the audit log says who changed which settings of which system', async () => {
  const id = randomUUID()
  await save(good)
  await saveSystem(admin, 'crm', { ...good, settings: { ...good.settings, project: 'a/b', most: 3 } }, id)
  const row = await world.db.auditEntry.findUniqueOrThrow({ where: { commandId: id } })
  expect([row.command, row.actorId, row.facts]).toEqual([
    'change-system',
    'ada',
    { system: 'crm', kind: 'register', enabled: true, changed: ['project', 'most'] },
  ])
})
