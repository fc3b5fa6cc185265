import { describe, expect, test } from 'vitest'
import { systemKinds } from '@/lib/systems'
import { discourse } from '@/lib/systems/discourse'
import { forumBench } from './forum'

const bench = forumBench()

const check = async () => {
  const checks = await bench().connection.check()
  return { ok: checks.every(line => line.ok), words: checks.map(({ name, words }) => `${name}: ${words}`) }
}

describe('testing the connection', () => {
  test('changes nothing', async () => {
    const { ok, words } = await check()
    expect(ok).toBe(true)
    expect(words).toEqual([
      'Credentials: The forum accepts the API key.',
      'Rights: It acts as an admin, and may delete.',
      'Clock: The clocks agree.',
    ])
    expect(bench().forum.effects).toEqual([])
  })
  test.each([
    ['unknown', 'Credentials: Forum forbids this to our credentials (403)'],
    ['nobody', 'Rights: The key acts as somebody who is no admin'],
    ['reader', 'Rights: The key may only read'],
  ] as const)('names a key that is %s', async (key, expected) => {
    bench().forum.key = key
    const { ok, words } = await check()
    expect(ok).toBe(false)
    expect(words.join(' ')).toContain(expected)
  })
  test.each([
    ['HTML', { kind: 'html' }, 'Address: That doesn’t seem to be a Discourse forum.'],
    ['nothing there', { kind: 'status', status: 404 }, 'Address: That doesn’t seem to be a Discourse forum.'],
    ['a failure', { kind: 'status', status: 502 }, 'Answer: Forum failed (502).'],
    ['another address', { kind: 'redirect', to: 'https://example.com/' }, 'Address: Forum sent us elsewhere'],
    ['a break', { kind: 'reset' }, 'Address: Forum can’t be reached'],
  ] as const)('names an answer that is %s', async (_what, fault, expected) => {
    bench().forum.fault(/session/, fault)
    const { ok, words } = await check()
    expect(ok).toBe(false)
    expect(words).toEqual([expect.stringContaining(expected)])
  })
  test('names a clock that is off', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString()
    const body = '{"current_user":{"admin":true}}'
    bench().forum.fault(/session/, { kind: 'status', status: 200, body, headers: { date } })
    expect((await check()).words.at(-1)).toMatch(/^Clock: Its clock is 3\d\d\d seconds ahead of ours\./)
  })
})

test('it is the forum, with settings that are named', () => {
  expect(systemKinds.get('discourse')).toBe(discourse)
  expect(discourse.roleOf({ url: 'https://forum.example', apiUsername: 'system' })).toBe('forum')
  const wrong = discourse.settings.safeParse({ url: 'forum', apiKey: '', apiUsername: '' })
  expect(wrong.error?.issues.map(({ path }) => path.join())).toEqual(['url', 'apiKey', 'apiUsername'])
})
