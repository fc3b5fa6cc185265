import { describe, expect, test } from 'vitest'
import type { GitLabUser } from '@/tests/support/stand-ins/gitlab-state'
import { eachWithItsSite } from './site'

const site = eachWithItsSite()

const NOBODY = { emailExists: false, usernameExists: false, sameAccount: false, account: null }

/** The facts of a look-up that reached GitLab. */
async function lookUp(email: string, username: string) {
  const answer = await site.accounts.lookUp(email, username)
  if (!answer.reached) throw new Error('not reached')
  return answer
}

describe('an account is found', () => {
  test('by address and username on one account, in any case and with space around', async () => {
    const robin = site.gitlab.state.addUser({ username: 'Robin', two_factor_enabled: true })
    const { facts, emails, source } = await lookUp('  ROBIN@People.Example ', ' robin ')
    expect(facts).toEqual({
      emailExists: true,
      usernameExists: true,
      sameAccount: true,
      account: {
        accountId: String(robin.id),
        email: robin.email,
        username: 'Robin',
        enterprise: false,
        enterpriseSigns: [],
        accountState: 'active',
        blockedReason: null,
        privateProjects: 0,
        soleOwnedGroups: 0,
        plan: 'free',
        subscriptionEndsOn: null,
        twoFactor: true,
        createdOn: '2020-03-04',
        lastActiveOn: '2026-02-03',
        country: null,
        region: null,
      },
    })
    expect(emails).toEqual([robin.email])
    expect(source).toBe('GitLab')
  })
  test('by a confirmed secondary address, the primary one told first; never by one that isn’t confirmed', async () => {
    site.gitlab.state.addUser({
      username: 'robin',
      secondary: ['old@people.example'],
      unconfirmed: ['wished@people.example'],
    })
    const { facts, emails } = await lookUp('Old@people.example', 'robin')
    expect(facts).toMatchObject({ sameAccount: true, account: { email: 'robin@people.example' } })
    expect(emails).toEqual(['robin@people.example', 'old@people.example'])
    expect((await lookUp('wished@people.example', 'robin')).facts).toEqual({
      ...NOBODY,
      usernameExists: true,
    })
  })
  test('by username alone, where the address can’t find it', async () => {
    site.gitlab.state.addUser({ username: 'robin', secondary: ['old@people.example'] })
    const answer = await site.accounts.lookUpByUsername('ROBIN')
    expect(answer).toMatchObject({
      reached: true,
      facts: { emailExists: true, sameAccount: true },
      emails: ['robin@people.example', 'old@people.example'],
    })
    expect(await site.accounts.lookUpByUsername('nobody-here')).toMatchObject({
      reached: true,
      facts: NOBODY,
    })
  })
})

describe('no account is answered', () => {
  test('where the address and the username are on two accounts, which both exist', async () => {
    site.gitlab.state.addUser({ username: 'robin' })
    site.gitlab.state.addUser({ username: 'wren' })
    const { facts, emails } = await lookUp('wren@people.example', 'robin')
    expect(facts).toEqual({ emailExists: true, usernameExists: true, sameAccount: false, account: null })
    expect(emails).toEqual([])
  })
  test('where the search finds only names that look alike', async () => {
    site.gitlab.state.addUser({ username: 'robin-of-another-place' })
    expect((await lookUp('robin@people.example', 'robin')).facts).toEqual(NOBODY)
  })
  test('where a name that looks alike comes before the true holder, the holder still counts', async () => {
    site.gitlab.state.addUser({ username: 'robin-of-another-place', email: 'other@people.example' })
    site.gitlab.state.addUser({ username: 'red', email: 'robin@people.example' })
    expect((await lookUp('robin@people.example', 'nobody-here')).facts).toEqual({
      ...NOBODY,
      emailExists: true,
    })
  })
  test('where GitLab answers with another name than was asked for', async () => {
    const body = JSON.stringify([{ id: 9, username: 'wren', state: 'active', email: 'robin@people.example' }])
    site.gitlab.fault(/users\?username/, { kind: 'status', status: 200, body })
    expect((await lookUp('robin@people.example', 'robin')).facts).toEqual(NOBODY)
  })
  test('for empty words, which would list everybody', async () => {
    expect((await lookUp('', ' ')).facts).toEqual(NOBODY)
    expect(site.gitlab.got(/GET \/api\/v4\/users\?/)).toEqual([])
  })
  test('never to a token without admin rights, to which everybody is nobody', async () => {
    site.gitlab.state.addUser({ username: 'robin' })
    site.gitlab.isAdmin = false
    await expect(lookUp('robin@people.example', 'robin')).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(lookUp('nobody@people.example', 'nobody-here')).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await expect(site.accounts.lookUpByUsername('nobody-here')).rejects.toMatchObject({ reason: 'forbidden' })
  })
})

describe('the facts', () => {
  const account = async (username: string) =>
    (await lookUp(`${username}@people.example`, username)).facts.account

  test('say that a group claims the account as its enterprise’s', async () => {
    site.gitlab.state.addUser({ username: 'robin', enterprise_group_id: 5 })
    const claimed = await account('robin')
    expect(claimed).toMatchObject({ enterprise: true })
    expect(claimed).not.toHaveProperty('enterpriseSigns')
  })
  test.each<[string, Partial<GitLabUser>, string[]]>([
    ['its age', { created_at: '2021-02-01T00:00:00.000Z' }, ['created-since']],
    ['an older age', { created_at: '2021-01-31T23:59:59.000Z' }, []],
    ['SAML', { identities: [{ provider: 'group_saml', extern_uid: 'r' }] }, ['saml-or-scim']],
    ['another provider', { identities: [{ provider: 'google_oauth2', extern_uid: 'r' }] }, []],
    ['SCIM', { scim_identities: [{ extern_uid: 'r', group_id: 5, active: true }] }, ['saml-or-scim']],
    ['its provisioning', { provisioned_by_group_id: 5 }, ['provisioned']],
  ])('say what speaks for an enterprise user whom no group claims: %s', async (_name, given, signs) => {
    site.gitlab.state.addUser({ username: 'robin', ...given })
    expect(await account('robin')).toMatchObject({ enterprise: false, enterpriseSigns: signs })
  })
  test('say of a member of groups that their subscriptions could make an enterprise user', async () => {
    const robin = site.gitlab.state.addUser({ username: 'robin' })
    site.gitlab.state.addGroup({ path: 'acme', owners: [robin.id] })
    expect(await account('robin')).toMatchObject({ enterpriseSigns: ['group-member'] })
  })
  test.each([true, false])(
    'count private projects, whether GitLab tells totals or not: %s',
    async hasTotals => {
      const robin = site.gitlab.state.addUser({ username: 'robin' })
      for (let made = 0; made < 230; made += 1) site.gitlab.state.addProject(robin)
      site.gitlab.state.addProject(robin, { visibility: 'public' })
      site.gitlab.hasTotals = hasTotals
      expect(await account('robin')).toMatchObject({ privateProjects: 230 })
    },
  )
  test('count groups without another direct owner, read through all pages and with levels as text', async () => {
    const { state } = site.gitlab
    const robin = state.addUser({ username: 'robin' })
    const wren = state.addUser({ username: 'wren' })
    for (let made = 0; made < 104; made += 1) state.addGroup({ path: `group-${made}`, owners: [robin.id] })
    // The other owner is on the second page.
    const many = Array.from({ length: 120 }, (_, at) => 1000 + at)
    state.addGroup({ path: 'crowd', owners: [robin.id], members: many }).members.set(wren.id, 50)
    state.addGroup({ path: 'guest', owners: [wren.id], members: [robin.id] })
    expect(await account('robin')).toMatchObject({ soleOwnedGroups: 104 })
  })
  test('read on where GitLab doesn’t say whether there is another page', async () => {
    const { state } = site.gitlab
    const robin = state.addUser({ username: 'robin' })
    for (let made = 0; made < 101; made += 1) state.addGroup({ path: `group-${made}`, owners: [robin.id] })
    site.gitlab.hasNextPage = false
    expect(await account('robin')).toMatchObject({ soleOwnedGroups: 101 })
  })
  test('say when a paid plan ends; an edition without subscriptions is no failure', async () => {
    site.gitlab.state.addUser({ username: 'robin', plan: 'premium', subscriptionEnds: '2027-05-06' })
    expect(await account('robin')).toMatchObject({ plan: 'premium', subscriptionEndsOn: '2027-05-06' })
    site.gitlab.hasSubscriptions = false
    expect(await account('robin')).toMatchObject({ plan: 'premium', subscriptionEndsOn: null })
    site.gitlab.fault(/gitlab_subscription/, {
      kind: 'status',
      status: 403,
      body: '{"message":"403 Forbidden"}',
    })
    expect(await account('robin')).toMatchObject({ subscriptionEndsOn: null })
  })
  test('know a lock after wrong passwords from a block', async () => {
    site.gitlab.state.addUser({ username: 'robin', locked: true })
    expect(await account('robin')).toMatchObject({ accountState: 'active', blockedReason: null })
    site.gitlab.state.addUser({
      username: 'wren',
      state: 'blocked',
      attributes: { deleted_own_account_at: '2026-01-02' },
    })
    expect(await account('wren')).toMatchObject({ accountState: 'blocked', blockedReason: 'self_deletion' })
  })
  test('of an account that changes hands meanwhile are no answer', async () => {
    const robin = site.gitlab.state.addUser({ username: 'robin' })
    const body = JSON.stringify({ ...robin, username: 'wren', attributes: undefined })
    site.gitlab.fault(/users\/\d+\?/, { kind: 'status', status: 200, body })
    await expect(account('robin')).rejects.toMatchObject({ reason: 'nonsense' })
  })
  test('are asked for with few calls: five where the name’s account has the address', async () => {
    site.gitlab.state.addUser({ username: 'robin' })
    await account('robin')
    expect(site.gitlab.calls).toHaveLength(5)
  })
})

test('a list without an end is given up', async () => {
  site.gitlab.state.addUser({ username: 'robin' })
  const body = JSON.stringify(
    Array.from({ length: 100 }, (_, at) => ({ source_id: at + 1, source_type: 'Project', access_level: 10 })),
  )
  site.gitlab.fault(
    /memberships/,
    { kind: 'status', status: 200, body, headers: { 'x-next-page': '1' } },
    1000,
  )
  await expect(lookUp('robin@people.example', 'robin')).rejects.toThrow(/more than 10000/)
})
