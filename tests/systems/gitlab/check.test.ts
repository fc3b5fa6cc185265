import { beforeEach, describe, expect, test } from 'vitest'
import { connectionTo } from '@/tests/support/stand-ins/wires'
import { eachWithItsSite } from './site'

const site = eachWithItsSite()

beforeEach(() => {
  const { state } = site.gitlab
  const privacy = state.addGroup({ path: 'privacy', owners: [1] })
  state.addProject(privacy, { id: 91, path: 'escalations' })
  state.addProject(privacy, { id: 92, path: 'security' })
  site.more = { escalationProject: 'privacy/escalations', securityProject: 92, canaryUserId: '7' }
})

/** The lines by name; each not ok must say what is wrong. */
async function lines() {
  const checks = await site.connection.check()
  return Object.fromEntries(checks.map(({ name, ok, words }) => [name, `${ok ? 'ok' : 'NOT'}: ${words}`]))
}

test('all is well', async () => {
  const found = await lines()
  expect(Object.keys(found)).toEqual([
    'Address',
    'Credentials',
    'Rights',
    'Expiry',
    'Find',
    'Erase',
    'Export',
    'Escalations',
    'Security reviews',
    'Account that stays',
    'Clock',
  ])
  for (const words of Object.values(found)) expect(words).toMatch(/^ok: /)
  expect(site.gitlab.got(/^(?!GET)/)).toEqual([])
})

test('an address that was copied with the path of the API is the same site', async () => {
  site.more = { ...site.more, url: `${site.gitlab.url}/api/v4/` }
  expect((await lines()).Address).toMatch(/^ok/)
})

describe('what is wrong is named', () => {
  test('a token that isn’t taken', async () => {
    const { host, url } = site.gitlab
    const checks = await connectionTo('gitlab', host, { url, token: 'glpat-wrong-one' }).check()
    expect(checks.find(({ name }) => name === 'Credentials')).toMatchObject({
      ok: false,
      words: expect.stringMatching(/401.*The token is wrong, revoked or has ended\. Enter another one\.$/),
    })
  })
  test('a user who is no admin', async () => {
    site.gitlab.isAdmin = false
    const found = await lines()
    for (const name of ['Rights', 'Find', 'Erase', 'Export']) expect(found[name]).toMatch(/^NOT: .*admin/)
  })
  test('a token that only reads', async () => {
    site.gitlab.scopes = ['read_api']
    const found = await lines()
    for (const name of ['Rights', 'Erase', 'Export'])
      expect(found[name]).toMatch(/^NOT: .*scope api.*read_api/)
    expect(found.Find).toMatch(/^ok/)
  })
  test('projects that aren’t there or take no issues, and an account that didn’t stay', async () => {
    site.more = { escalationProject: 'privacy/nothing', securityProject: 92, canaryUserId: 99 }
    const project = site.gitlab.state.projects.get(92)
    if (project) project.issues_enabled = false
    const found = await lines()
    expect(found.Escalations).toMatch(/^NOT: .*privacy\/nothing/)
    expect(found['Security reviews']).toMatch(/^NOT: .*switched off/)
    expect(found['Account that stays']).toMatch(/^NOT: .*user 99/)
  })
  test('a token that ends soon, which works until then', async () => {
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    site.gitlab.expiresAt = soon
    expect((await lines()).Expiry).toMatch(new RegExp(`^ok: .*${soon}.*Make a new`))
    site.gitlab.expiresAt = '2199-01-01'
    expect((await lines()).Expiry).toBe('ok: The token ends on 2199-01-01.')
  })
  test('a clock that runs elsewhere', async () => {
    site.gitlab.date = new Date(Date.now() + 3_600_000).toUTCString()
    expect((await lines()).Clock).toMatch(/^NOT: Its clock is \d+ seconds ahead of ours/)
  })
  test.each(['reset', 'html', 'empty', 'truncate'] as const)(
    'a site that answers nonsense: %s',
    async kind => {
      site.gitlab.fault(/.*/, { kind }, 1000)
      expect(await lines()).toEqual({ Address: expect.stringMatching(`^NOT: .*${site.gitlab.host}`) })
    },
  )
  test('a site that is no GitLab', async () => {
    site.gitlab.fault(/.*/, { kind: 'status', status: 404, body: '{"error":"not here"}' }, 1000)
    expect(await lines()).toEqual({ Address: expect.stringMatching(/^NOT: .*no GitLab/) })
  })
  test.each(['Rights', 'Expiry', 'Find', 'Export', 'Escalations', 'Account that stays'])(
    'trouble in a single line leaves the others: %s',
    async name => {
      const calls: Record<string, RegExp> = {
        Rights: /tokens\/self/,
        Expiry: /tokens\/self/,
        Find: /users\?search/,
        Export: /users\/1\/projects/,
        Escalations: /escalations/,
        'Account that stays': /users\/7/,
      }
      site.gitlab.fault(calls[name] ?? /never/, { kind: 'status', status: 502, body: 'bad gateway' }, 1000)
      const found = await lines()
      expect(found[name]).toMatch(/^NOT: .*502/)
      expect(found.Clock).toMatch(/^ok/)
    },
  )
})
