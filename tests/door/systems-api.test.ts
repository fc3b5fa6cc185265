import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { roles } from '@/lib/core/people/actor'
import { systemsView, systemView } from '@/lib/core/view/system-view'
import { aWorld } from '../factories/world'
import { aToken, call } from '../support/api'
import { knowRegister, Register } from '../support/test-kind'
import { unchanged } from '../support/unchanged'

knowRegister()
const site = await new Register().listen()
process.env.ALLOWED_PRIVATE_HOSTS = site.host
const world = await aWorld()
afterAll(() => site.close())

const admin = await aToken('admin')
const settings = { url: site.url, token: site.token, webhookSecret: 'of-the-hook' }
const good = { kind: 'register', name: 'CRM', enabled: true, settings }
const put = (key: string, body: object, token = admin) =>
  call(`/systems/${key}`, { method: 'PUT', token, body })
const listed = async () => systemsView.parse((await call('/systems', { token: admin })).body).items
const problem = z.looseObject({ status: z.number(), fields: z.record(z.string(), z.string()) })

test('an admin connects, changes, tests and disconnects a system', async () => {
  expect(await listed()).toEqual([])
  const saved = await put('crm', good)
  expect(saved.status).toBe(200)
  expect(systemView.parse(saved.body)).toEqual({
    key: 'crm',
    kind: 'register',
    name: 'CRM',
    enabled: true,
    abilities: ['find', 'erase'],
    settings: { url: site.url, token: { set: true }, webhookSecret: { set: true } },
    health: { state: 'ok', since: expect.any(String), words: expect.any(String) },
  })
  expect(await listed()).toEqual([saved.body])

  // Without its name and secrets: they stay as they are.
  const kept = await put('crm', { kind: 'register', enabled: false, settings: { url: site.url } })
  expect(systemView.parse(kept.body)).toMatchObject({
    name: 'CRM',
    enabled: false,
    settings: { token: { set: true }, webhookSecret: { set: true } },
    health: { state: 'off' },
  })
  const check = await call('/systems/crm/check', { method: 'POST', token: admin })
  expect([check.status, check.body]).toEqual([
    200,
    {
      ok: true,
      checks: [expect.objectContaining({ ok: true }), expect.objectContaining({ name: 'Rights' })],
    },
  ])

  const gone = await call('/systems/crm', { method: 'DELETE', token: admin })
  expect([gone.status, gone.text]).toEqual([204, ''])
  expect(await listed()).toEqual([])
  for (const [path, method] of [
    ['/systems/crm', 'DELETE'],
    ['/systems/crm/check', 'POST'],
  ] as const)
    expect((await call(path, { method, token: admin })).status).toBe(404)
})

test('a wrong setting is named, with what to do, and no value', async () => {
  const wrong = await put('crm', { ...good, settings: { ...settings, url: 'http://10.0.0.5', most: 'many' } })
  expect(wrong.headers.get('content-type')).toBe('application/problem+json')
  expect(problem.parse(wrong.body)).toMatchObject({
    status: 422,
    fields: { most: expect.any(String) },
  })
  const inside = await put('crm', { ...good, settings: { ...settings, url: 'https://10.0.0.5' } })
  expect(problem.parse(inside.body).fields.url).toContain('ALLOWED_PRIVATE_HOSTS')
  expect(wrong.text + inside.text).not.toContain(site.token)
})

describe('everybody else', () => {
  test.each(roles.filter(role => role !== 'admin'))(
    '%s is refused before anything is looked at',
    async role => {
      await put('crm', good)
      const token = await aToken(role)
      await unchanged(world.sql, async () => {
        const asked = [
          await call('/systems', { token }),
          await put('crm', good, token),
          await put('x', { nonsense: true }, token),
          await call('/systems/crm', { method: 'PUT', token, body: 'no JSON' }),
          await call('/systems/none', { method: 'DELETE', token }),
          await call('/systems/none/check', { method: 'POST', token }),
          await call('/systems/crm/check', { method: 'POST', token }),
        ]
        expect(asked.map(({ status }) => status)).toEqual(Array(7).fill(403))
      })
    },
  )
  test('nobody without a token gets anything', async () => {
    for (const [path, method] of [
      ['/systems', 'GET'],
      ['/systems/crm', 'PUT'],
      ['/systems/crm', 'DELETE'],
      ['/systems/crm/check', 'POST'],
    ] as const)
      expect((await call(path, { method, token: null })).status).toBe(401)
  })
})

test('testing too often is told when to come back', async () => {
  await put('crm', good)
  const eager = await aToken('admin')
  const check = () => call('/systems/crm/check', { method: 'POST', token: eager })
  for (let at = 0; at < 60; at++) expect((await check()).status).toBe(200)
  const refused = await check()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('a call that is repeated under its key has one effect', async () => {
  const again = { token: admin, headers: { 'idempotency-key': 'connect-it' } }
  await call('/systems/crm', { method: 'PUT', ...again, body: good })
  await put('crm', { ...good, name: 'Renamed' })
  const { body } = await call('/systems/crm', { method: 'PUT', ...again, body: good })
  expect(body).toMatchObject({ name: 'Renamed' })
})
