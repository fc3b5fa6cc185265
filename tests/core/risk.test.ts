import { describe, expect, it } from 'vitest'
import type { AccountFacts } from '@/lib/core/account/checks'
import { defaultRiskPolicy, type RiskPolicy, riskPolicySchema } from '@/lib/core/risk/policy'
import { rate } from '@/lib/core/risk/rating'
import { signals } from '@/lib/core/risk/signals/index'
import type { RiskContext } from '@/lib/core/risk/signals/signal'
import fc from '@/tests/support/property'

const now = new Date('2026-11-21T23:30:00Z')
const day = (back: number) => new Date(Date.UTC(2026, 10, 21 - back)).toISOString().slice(0, 10)

/** Robin's account gives no reason to worry but for some recent use. */
const robin: AccountFacts = {
  accountId: 'robin',
  email: 'robin@people.example',
  username: 'robin',
  enterprise: false,
  accountState: 'active',
  blockedReason: null,
  privateProjects: 0,
  soleOwnedGroups: 0,
  plan: 'free',
  subscriptionEndsOn: null,
  twoFactor: true,
  createdOn: day(2200),
  lastActiveOn: day(20),
  country: 'DE',
  region: null,
}
const asked: RiskContext = {
  now,
  email: 'robin@people.example',
  requestCountry: 'DE',
  otherOpenRequests: 0,
  failedVerifications: 0,
}
const rated = (
  account: Partial<AccountFacts> = {},
  context: Partial<RiskContext> = {},
  policy = defaultRiskPolicy,
) => rate({ ...robin, ...account }, { ...asked, ...context }, policy)
const points = (key: string, account: Partial<AccountFacts>, context: Partial<RiskContext> = {}) =>
  rated(account, context).signals.find(signal => signal.key === key)?.points ?? 0

describe('the rating with the default policy', () => {
  it.each([
    ['low', 'a quiet account', {}],
    ['low', 'one private project, two-factor on', { privateProjects: 1 }],
    ['medium', 'one private project, two-factor off', { privateProjects: 1, twoFactor: false }],
    ['medium', 'a paid plan, two-factor off', { plan: 'premium', twoFactor: false }],
    [
      'high',
      'much to lose, two days old, at a disposable mail service',
      {
        privateProjects: 60,
        twoFactor: false,
        plan: 'ultimate',
        soleOwnedGroups: 12,
        createdOn: day(2),
        email: 'x@mailinator.com',
      },
    ],
  ] as const)('is %s for %s', (rating, _what, account) => {
    expect(rated(account).rating).toBe(rating)
  })

  it('keeps the score, every signal and the version of the policy', () => {
    expect(rated({ privateProjects: 1, twoFactor: false })).toEqual({
      rating: 'medium',
      score: 30,
      policyVersion: 1,
      at: now,
      signals: [
        { key: 'private-projects', points: 10, why: 'The account has 1 private project.' },
        { key: 'no-two-factor', points: 15, why: 'Two-factor authentication is off.' },
        { key: 'last-activity', points: 5, why: 'Last active 20 days ago.' },
      ],
    })
  })

  it('has the usual points of every signal', () => {
    const usual = signals.map(({ key, usual }) => [key, usual])
    expect(Object.entries(defaultRiskPolicy.signals)).toEqual(usual)
  })

  it('is a policy that Privacy could have saved', () => {
    expect(riskPolicySchema.parse(defaultRiskPolicy)).toEqual(defaultRiskPolicy)
  })
})

describe('one signal at a time', () => {
  it('takes an unknown private-project count as some, and says so', () => {
    const signal = rated({ privateProjects: null }).signals.find(signal => signal.key === 'private-projects')
    expect(signal).toMatchObject({ points: 10, why: expect.stringContaining('not known') })
  })

  it('adds nothing for what else is not known', () => {
    const unknown = {
      soleOwnedGroups: null,
      plan: null,
      subscriptionEndsOn: null,
      twoFactor: null,
      createdOn: null,
      lastActiveOn: null,
      country: null,
    }
    expect(rated(unknown, { requestCountry: null })).toMatchObject({ score: 0, signals: [] })
  })

  it.each([
    [0, 10],
    [7, 10],
    [8, 5],
    [30, 5],
    [31, 0],
    [365, 0],
    [366, 10],
  ])('last activity %i days ago gives %i points', (back, expected) => {
    expect(points('last-activity', { lastActiveOn: day(back) })).toBe(expected)
  })

  it.each([
    [0, 10],
    [29, 10],
    [30, 0],
    [-1, 10],
  ])('an account made %i days ago gives %i points', (back, expected) => {
    expect(points('account-age', { createdOn: day(back) })).toBe(expected)
  })

  it.each([
    [0, 0],
    [1, 10],
    [9, 10],
    [10, 25],
  ])('%i private projects give %i points', (privateProjects, expected) => {
    expect(points('private-projects', { privateProjects })).toBe(expected)
  })

  it.each([
    [0, 0],
    [4, 10],
    [5, 20],
  ])('%i sole-owned groups give %i points', (soleOwnedGroups, expected) => {
    expect(points('sole-owned-groups', { soleOwnedGroups })).toBe(expected)
  })

  it.each([
    ['free', null, 0],
    [' Free ', null, 0],
    [null, null, 0],
    ['premium', null, 15],
    ['premium', day(40), 15],
    ['free', day(-20), 15],
    [null, day(0), 15],
    [null, day(1), 0],
  ])('plan %j with a subscription to %j gives %i points', (plan, subscriptionEndsOn, expected) => {
    expect(points('paid-plan', { plan, subscriptionEndsOn })).toBe(expected)
  })

  it.each([
    ['DE', 'DE', 0],
    ['de', 'DE', 0],
    ['FR', 'DE', 15],
    [null, 'DE', 0],
    ['FR', null, 0],
    ['', 'DE', 0],
  ])('a request from %j for an account in %j gives %i points', (requestCountry, country, expected) => {
    expect(points('country-mismatch', { country }, { requestCountry })).toBe(expected)
  })

  it.each([
    ['a@mailinator.com', 15],
    ['a@MAILINATOR.com', 15],
    ['a@deep.sub.mailinator.com', 15],
    ['a@yopmail.com', 15],
    ['a@000webmail.ddnss.de', 15],
    ['a@ddnss.de', 0],
    ['a@not-mailinator.com', 0],
    ['a@gmail.com', 0],
    ['a@proton.me', 0],
    ['a@privaterelay.appleid.com', 0],
    ['a@mailinator.com.people.example', 0],
  ])('%j gives %i points for a disposable mailbox', (email, expected) => {
    expect(points('disposable-mail', {}, { email })).toBe(expected)
  })

  it('adds the organisation’s disposable domains to the public list', () => {
    const policy = { ...defaultRiskPolicy, disposableDomains: ['throwaway.example'] }
    const keys = (email: string, by = policy) => rated({}, { email }, by).signals.map(signal => signal.key)
    for (const email of ['a@throwaway.example', 'a@deep.throwaway.example', 'a@mailinator.com'])
      expect(keys(email)).toContain('disposable-mail')
    expect(keys('a@throwaway.example', defaultRiskPolicy)).not.toContain('disposable-mail')
  })

  it('compares disposable domains however the policy spells them', () => {
    const policy = { ...defaultRiskPolicy, disposableDomains: ['Müll.Example'] }
    expect(rated({}, { email: 'a@xn--mll-hoa.example' }, policy).signals.map(signal => signal.key)).toContain(
      'disposable-mail',
    )
  })

  it('counts other open requests', () => {
    expect(points('other-open-requests', {}, { otherOpenRequests: 2 })).toBe(10)
    expect(points('failed-verification', {}, { failedVerifications: 1 })).toBe(30)
    expect(points('failed-verification', {}, { failedVerifications: 2 })).toBe(60)
  })

  it('that Privacy has set to no points says nothing', () => {
    const policy = {
      ...defaultRiskPolicy,
      signals: {
        ...defaultRiskPolicy.signals,
        'no-two-factor': { points: 0 },
        'last-activity': { points: 0 },
      },
    }
    expect(rated({ twoFactor: false }, {}, policy)).toMatchObject({ score: 0, signals: [] })
  })
})

// Facts from harmless to worrying; a step to the right must never lower a score, under any policy.
const ladders: { [Fact in keyof AccountFacts]?: readonly AccountFacts[Fact][] } = {
  privateProjects: [0, 1, 9, 10, 60, 100_000],
  soleOwnedGroups: [null, 0, 1, 4, 5, 12],
  plan: [null, 'free', 'premium'],
  subscriptionEndsOn: [null, day(1), day(-20)],
  twoFactor: [null, true, false],
  createdOn: [null, day(4000), day(30), day(29), day(0)],
  lastActiveOn: [day(200), day(30), day(20), day(7), day(0)],
  country: [null, 'DE', 'FR'],
  email: ['robin@people.example', 'robin@yopmail.com'],
}
const setting = fc.record(
  { points: fc.nat(100), many: fc.nat(100), from: fc.integer({ min: 1, max: 10_000 }) },
  { requiredKeys: ['points'] },
)
const anyPolicy: fc.Arbitrary<RiskPolicy> = fc
  .record(Object.fromEntries(Object.keys(defaultRiskPolicy.signals).map(key => [key, setting])))
  .map(chosen => ({ ...defaultRiskPolicy, signals: chosen }))
const anyAccount = fc
  .record(
    Object.fromEntries(Object.entries(ladders).map(([fact, steps]) => [fact, fc.constantFrom(...steps)])),
  )
  .map((facts): AccountFacts => ({ ...robin, ...facts }))

describe('a worrying fact', () => {
  it.each(Object.entries(ladders))('never lowers the score: %s', (fact, steps) => {
    fc.assert(
      fc.property(anyAccount, anyPolicy, fc.nat(steps.length - 2), (account, policy, at) => {
        const calm = rate({ ...account, [fact]: steps[at] }, asked, policy)
        const worse = rate({ ...account, [fact]: steps[at + 1] }, asked, policy)
        expect(worse.score).toBeGreaterThanOrEqual(calm.score)
      }),
    )
  })

  it('never lowers the score: other open requests, an unknown project count, a long sleep', () => {
    fc.assert(
      fc.property(anyAccount, anyPolicy, (account, policy) => {
        const score = (change: Partial<AccountFacts>, context: Partial<RiskContext> = {}) =>
          rate({ ...account, ...change }, { ...asked, ...context }, policy).score
        expect(score({}, { otherOpenRequests: 1 })).toBeGreaterThanOrEqual(score({}))
        expect(score({ privateProjects: null })).toBeGreaterThanOrEqual(score({ privateProjects: 0 }))
        const quiet = policy.signals['last-activity']?.from ?? 7
        if (quiet < 200) {
          expect(score({ lastActiveOn: day(366) })).toBeGreaterThanOrEqual(score({ lastActiveOn: day(300) }))
        }
      }),
    )
  })

  it('is never explained with an address', () => {
    fc.assert(
      fc.property(anyAccount, account => {
        for (const signal of rate(account, { ...asked, otherOpenRequests: 3 }, defaultRiskPolicy).signals) {
          expect(signal.why).toMatch(/^[A-Z0-9][^@]{5,120}\.$/)
        }
      }),
    )
  })
})
