import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectedSystem } from '@/lib/door/systems/connected'
import { systemKinds } from '@/lib/systems'
import { http } from '@/lib/systems/http'
import { newWebhookSecret } from '@/lib/systems/standard-webhooks'
import { HttpSystem } from '@/tests/support/stand-ins/http-system'
import { wireTo } from '@/tests/support/stand-ins/wires'

let system: HttpSystem
beforeEach(async () => {
  system = await new HttpSystem().listen()
})
afterEach(async () => await system.close())

const check = async ({ secret = system.secret, url = system.url, host = system.host } = {}) => {
  const checks = await http
    .connect({ url, secret, role: 'marketing' }, wireTo(host, { name: 'Portal' }))
    .check()
  return { ok: checks.every(line => line.ok), words: checks.map(({ name, words }) => `${name}: ${words}`) }
}

describe('testing the connection', () => {
  test('looks for somebody who can’t exist', async () => {
    const { ok, words } = await check()
    expect(ok).toBe(true)
    expect(words).toEqual([
      'Secret: It accepts our signature.',
      'Answer: It looked for a person whom we had made up, and found nobody.',
      'Signature: It refuses what somebody else signed.',
      'Clock: The clocks agree.',
    ])
    expect(system.calls[0]?.raw).toContain('@habeas.invalid')
    expect(system.got(/erase/)).toEqual([])
  })
  test('names another secret', async () => {
    const { ok, words } = await check({ secret: newWebhookSecret() })
    expect(ok).toBe(false)
    expect(words[0]).toContain('Secret: It doesn’t accept our signature (401).')
  })
  test('names a system that looks at no signature', async () => {
    system.fault(/find/, { kind: 'status', status: 200, body: '{"found":false}' }, 2)
    const { ok, words } = await check()
    expect(ok).toBe(false)
    expect(words).toContainEqual(
      expect.stringContaining('Signature: It answered 200 to a call that somebody'),
    )
  })
  test('names a clock that is off', async () => {
    const date = new Date(Date.now() - 600_000).toUTCString()
    system.fault(/find/, { kind: 'status', status: 401, body: '{}', headers: { date } })
    const { words } = await check()
    expect(words[1]).toMatch(/^Clock: Its clock is (599|600|601) seconds behind ours\./)
  })
  test.each([
    ['nothing there', { kind: 'status', status: 404, body: 'no' }, 'Nothing is there (404)'],
    ['HTML', { kind: 'html' }, 'something that isn’t JSON'],
    ['nothing at all', { kind: 'empty' }, 'something that isn’t JSON'],
    ['another shape', { kind: 'status', status: 200, body: '{"ok":true}' }, 'another shape'],
    ['anybody', { kind: 'status', status: 200, body: '{"found":true}' }, 'whom we had made up'],
    ['a failure', { kind: 'status', status: 500 }, 'Portal failed (500).'],
    ['another address', { kind: 'redirect', to: 'https://example.com/' }, 'Portal sent us elsewhere (302)'],
    ['a break', { kind: 'reset' }, 'can’t be reached'],
  ] as const)('names an answer that is %s', async (_what, fault, expected) => {
    system.fault(/find/, fault)
    const { ok, words } = await check()
    expect(ok).toBe(false)
    expect(words.join(' ')).toContain(expected)
  })
  test('names an address inside, and doesn’t call it', async () => {
    const { ok, words } = await check({ host: '127.0.0.1:1' })
    expect(ok).toBe(false)
    expect(words).toEqual([expect.stringContaining('ALLOWED_PRIVATE_HOSTS')])
    expect(system.calls).toEqual([])
  })
})

describe('settings', () => {
  const good = { url: 'https://portal.example.com/', secret: newWebhookSecret(), role: 'marketing' }

  test('leave out the slash behind the address', () => {
    expect(http.settings.parse(good)).toMatchObject({ url: 'https://portal.example.com' })
  })
  test.each([
    ['url', { url: 'ftp://portal.example.com' }],
    ['secret', { secret: 'whsec_c2hvcnQ=' }],
    ['secret', { secret: 'a secret without its prefix' }],
    ['role', { role: 'account' }],
  ])('that are wrong are named: %s', (name, wrong) => {
    expect(http.settings.safeParse({ ...good, ...wrong }).error?.issues.map(({ path }) => path)).toEqual([
      [name],
    ])
  })
  test('say what it is for, and so what it can do', () => {
    const { secret: _secret, ...open } = good
    expect(systemKinds.get('http')).toBe(http)
    expect(http.roleOf(open)).toBe('marketing')
    expect(http.actsOf?.(open)).toEqual(['erase-marketing'])
    expect(http.actsOf?.({ ...open, role: 'customers-portal' })).toEqual([
      'find-customer',
      'delete-customer',
      'verify-customer-gone',
    ])
    expect(() => http.roleOf({})).toThrow()
  })
  test('give a connected system the acts of its role alone', () => {
    const { secret: _secret, ...settings } = good
    const row = {
      key: 'news',
      kind: 'http',
      name: 'News',
      enabled: true,
      settings,
      health: 'ok',
      healthSince: new Date(0),
      healthWords: null,
      pausedUntil: null,
      checks: null,
      checkedAt: null,
    }
    expect(connectedSystem(row)).toMatchObject({ role: 'marketing', acts: ['erase-marketing'] })
    expect(connectedSystem({ ...row, kind: 'slack' })).toMatchObject({ role: 'channel', acts: [] })
  })
})
