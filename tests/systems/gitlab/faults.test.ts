import { describe, expect, test } from 'vitest'
import { SystemFailure } from '@/lib/systems/failure'
import { MemoryLedger } from '@/tests/support/stand-ins/ledger'
import type { FaultKind } from '@/tests/support/stand-ins/stand-in'
import { doing, nobody } from '@/tests/support/stand-ins/wires'
import { eachWithItsSite } from './site'

const site = eachWithItsSite()

const html404: FaultKind = {
  kind: 'status',
  status: 404,
  body: '<!doctype html><title>404</title>',
  headers: { 'content-type': 'text/html' },
}
const faults: [string, FaultKind, unknown][] = [
  ['JSON that is cut off', { kind: 'truncate' }, 'nonsense'],
  ['HTML that says it is JSON', { kind: 'html' }, 'nonsense'],
  ['200 and nothing', { kind: 'empty' }, 'nonsense'],
  ['a connection that breaks', { kind: 'reset' }, 'unreachable'],
  ['a connection that breaks after the work', { kind: 'reset-after' }, 'unreachable'],
  ['no answer', { kind: 'hang' }, 'timeout'],
  ['a limit without words', { kind: 'status', status: 429, body: 'Retry later\n' }, 'limited'],
  ['a failing server', { kind: 'status', status: 503, body: 'no server' }, 'server-error'],
  ['a redirect', { kind: 'redirect', to: 'https://elsewhere.example/' }, 'redirected'],
  ['a proxy’s 404', html404, expect.stringMatching(/^(nonsense|unexpected)$/)],
  ['another 404 of GitLab', { kind: 'status', status: 404, body: '{"error":"404 Not Found"}' }, 'unexpected'],
  [
    'a token that ended',
    { kind: 'status', status: 401, body: '{"message":"401 Unauthorized"}' },
    'credentials',
  ],
  ['a lost right', { kind: 'status', status: 403, body: '{"message":"403 Forbidden"}' }, 'forbidden'],
]
const always = 1000

const failure = async (asked: Promise<unknown>): Promise<SystemFailure> => {
  const error = await asked.then(
    answer => new Error(`answered ${JSON.stringify(answer)}`),
    thrown => thrown,
  )
  if (error instanceof SystemFailure) return error
  throw error
}

describe('no fault reads as "no account"', () => {
  const calls = [
    /users\?username/,
    /users\?search/,
    /users\/\d+\?/,
    /emails/,
    /projects/,
    /memberships/,
    /members\?/,
  ]
  test.each(faults)('%s', async (_, does, reason) => {
    const robin = site.gitlab.state.addUser({ username: 'robin', secondary: ['old@people.example'] })
    site.gitlab.state.addGroup({ path: 'acme', owners: [robin.id] })
    site.patienceMs = does.kind === 'hang' ? 300 : 5000
    for (const call of calls) {
      site.gitlab.clearFaults()
      const fault = site.gitlab.fault(call, does, always)
      expect(await failure(site.accounts.lookUp('old@people.example', 'robin'))).toMatchObject({ reason })
      expect(fault.hits.length).toBeGreaterThan(0)
    }
    site.gitlab.clearFaults()
    site.gitlab.fault(/ \/api\/v4\/user\b(?!s)/, does, always)
    expect(await failure(site.accounts.lookUp('nobody@people.example', 'nobody-here'))).toMatchObject({
      reason,
    })
  })
})

describe('no fault reads as "gone"', () => {
  test.each(faults)('%s', async (_, does, reason) => {
    site.more = { canaryUserId: 7 }
    site.patienceMs = does.kind === 'hang' ? 300 : 5000
    const robin = site.gitlab.state.addUser({ username: 'robin' })
    const subject = { ...nobody, accountId: String(robin.id), username: 'robin', emails: [robin.email] }
    const verify = async () =>
      await site.act('verify-account-gone').run(doing(new MemoryLedger(), { subject }))
    site.gitlab.fault(/users\/\d+/, does, always)
    expect(await failure(verify())).toMatchObject({ reason })
    // The user is gone, but what should surely be there can't be read either.
    site.gitlab.clearFaults()
    site.gitlab.state.removeUser(robin)
    const canary = site.gitlab.fault(/users\/7\b/, does, always)
    expect(await failure(verify())).toMatchObject({ reason })
    expect(canary.hits).toHaveLength(1)
    site.gitlab.clearFaults()
    expect(await verify()).toMatchObject({ is: 'done' })
  })
  test('a canary that is gone, too, is no proof', async () => {
    site.more = { canaryUserId: '99' }
    const subject = { ...nobody, accountId: '4000', username: 'robin' }
    const asked = site.act('verify-account-gone').run(doing(new MemoryLedger(), { subject }))
    expect((await failure(asked)).message).toMatch(/user 99/)
  })
  test('an answer about somebody else is no answer', async () => {
    const robin = site.gitlab.state.addUser({ username: 'robin' })
    const body = JSON.stringify({ id: 4000, username: 'robin', state: 'active', email: robin.email })
    site.gitlab.fault(/^GET .*users\/\d+\?/, { kind: 'status', status: 200, body }, always)
    const subject = { ...nobody, accountId: String(robin.id), username: 'robin' }
    const asked = site.act('delete-account').run(doing(new MemoryLedger(), { subject }))
    expect(await failure(asked)).toMatchObject({ reason: 'nonsense' })
    expect(site.gitlab.effects).toEqual([])
  })
})
