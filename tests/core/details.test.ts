import { describe, expect, it } from 'vitest'
import type { AccountFacts } from '@/lib/core/account/checks'
import type { StaffActor } from '@/lib/core/people/actor'
import { staffActor } from '@/lib/core/people/make-actor'
import { represent } from '@/lib/core/view/representation'
import { ada, carl, robin, sam } from './cast'
import { aRequest } from './given'
import { rules, zone } from './runner'

const rich: AccountFacts = {
  ...robin,
  accountState: 'banned',
  blockedReason: 'abuse',
  privateProjects: 3,
  soleOwnedGroups: 2,
  plan: 'ultimate',
  subscriptionEndsOn: '2026-09-30',
  twoFactor: false,
  createdOn: '2019-04-05',
  lastActiveOn: '2026-05-30',
  country: 'DE',
}
const seenBy = (actor: StaffActor) =>
  represent(aRequest(rich, { rating: 'high' }).begun().request, actor, zone, rules)

describe('the automated checks', () => {
  it('say whether email and username exist and belong to the same account, and whether it is an Enterprise User', () => {
    expect(seenBy(sam).checks).toMatchObject({
      emailExists: true,
      usernameExists: true,
      sameAccount: true,
      enterprise: false,
      source: expect.any(String),
      at: expect.stringMatching(/^2026-06-01T/),
    })
  })
  it('also record state, why blocked, private projects, sole-owned groups, plan, subscription, two-factor, dates, country', () => {
    const { accountId, email, username, enterprise, ...recorded } = rich
    expect([accountId, email, username, enterprise]).not.toContain(undefined)
    expect(seenBy(sam).checks).toMatchObject(recorded)
  })
  it('keep what is not known apart from no', () => {
    const unknown = { privateProjects: null, twoFactor: null, soleOwnedGroups: null, country: null }
    const story = aRequest(unknown).begun()
    expect(represent(story.request, sam, zone, rules).checks).toMatchObject(unknown)
  })
})

describe('the risk rating', () => {
  it('shows on Details with every signal behind it, which add up to the score', () => {
    const { risk } = seenBy(sam)
    expect(risk?.rating).toBe('high')
    expect(risk?.signals.length).toBeGreaterThan(0)
    expect(risk?.signals.reduce((sum, { points }) => sum + points, 0)).toBe(risk?.score)
    for (const { key, why } of risk?.signals ?? []) expect([key, why].every(Boolean)).toBe(true)
  })
})

describe('who is shown personal data', () => {
  it('never an admin: no address, name, free text or look-up, and no steps', () => {
    const { email, username, requesterEmail, checks, risk, nextSteps } = seenBy(ada)
    expect([email, username, requesterEmail, checks, risk, nextSteps]).toEqual([
      null,
      null,
      null,
      null,
      null,
      [],
    ])
  })
  it('a team with a task of its own sees whose data it is', () => {
    expect(seenBy(carl).email).toBe(robin.email)
  })
})

describe('a token', () => {
  it('counts as one person: it can’t both validate and carry out', () => {
    const token = staffActor('token-1', sam.role, 'token')
    const on = { rating: 'high' as const, rules: { fourEyes: ['individual-deletion'] } }
    const story = aRequest({ privateProjects: 1 }, on)
      .begun()
      .asked()
      .answered()
      .does(token, 'pass-verification')
    const step = { step: 'delete-blocking-groups' }
    expect(story.tryTask('gitlab-deletion', 'tick-step', step, token)).toBe('four-eyes')
    expect(
      story.tryTask('gitlab-deletion', 'tick-step', step, staffActor('token-2', sam.role, 'token')),
    ).toBeNull()
  })
})
