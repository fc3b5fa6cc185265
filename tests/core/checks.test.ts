import { describe, expect, it } from 'vitest'
import { type CheckFacts, differences } from '@/lib/core/account/checks'
import { adviceFor } from '@/lib/core/advice/next-step'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { system } from '@/tests/factories/system'
import { priya, robin, sam } from './cast'
import { aRequest } from './given'

describe('no account', () => {
  it('is told by the system and closes as no-account', () => {
    const story = aRequest(null).begun()
    expect(story.request).toMatchObject({ state: 'closed', outcome: 'no-account' })
    expect(story.sent.at(-1)).toBe('no-account-found')
    expect(story.message('no-account-found').sender).toBe('system')
  })
  it('opens no task, rates nothing and says nothing of being fulfilled', () => {
    const { request, sent } = aRequest(null).begun()
    expect(request).toMatchObject({ tasks: [], ratings: [], accountId: null })
    expect(sent).not.toContain('request-fulfilled')
  })
  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('is the same whether email exists is %s and username exists %s', (emailExists, usernameExists) => {
    const story = aRequest(null).confirmed()
    const given = { emailExists, usernameExists, sameAccount: false, source: 'Admin area', note: 'Looked' }
    story.does(sam, 'record-checks', given)
    expect(story.request.outcome).toBe('no-account')
    expect(story.sent).toEqual(['request-received', 'no-account-found'])
  })
})

describe('checks', () => {
  it('freeze their answers with time and source', () => {
    const story = aRequest().begun()
    const [round] = story.request.checks
    expect(round).toMatchObject({ at: story.now, source: 'directory', purpose: 'intake', round: 1 })
    story.account = { ...robin, privateProjects: 99 }
    expect(story.days(1).request.checks[0]?.facts.account?.privateProjects).toBe(0)
  })
  it('open the tasks on leaving checking, the system’s included, and mail the team that can begin', () => {
    const story = aRequest({ accountState: 'banned' }).begun()
    expect(story.tasksThat('open')).toEqual([
      'gitlab-deletion',
      'zendesk-cdot-deletion',
      'marketing-deletion',
      'usage-data-deletion',
    ])
    expect(story.told('support-engineer')).toEqual(['task-opened'])
  })
  it('keep the rating with its signals and the policy’s version', () => {
    const [rating] = aRequest({}, { rating: 'high' }).begun().request.ratings
    expect(rating).toMatchObject({ rating: 'high', policyVersion: 1, signals: [{ key: 'no-two-factor' }] })
  })
})

describe('a check that cannot be reached', () => {
  const failed = () => {
    const story = aRequest(null).confirmed()
    story.unreachable = true
    return story
  }
  it('is never taken for “no account”', () => {
    const story = failed()
    expect(story.attempt(system, 'record-check-results')).toBe('directory-unreachable')
    expect(story.state).toBe('checking')
  })
  it('is shown as failed, for a person', () => {
    const story = failed()
    expect(waitingOn(story.request)).toBe('system')
    story.does(system, 'record-checks-failure')
    expect(waitingOn(story.request)).toBe('support')
    const [advice] = adviceFor(story.request)
    expect(advice?.steps.map(step => step.command)).toEqual(['retry-checks', 'record-checks'])
  })
  it('can be retried', () => {
    const story = failed().does(system, 'record-checks-failure').does(sam, 'retry-checks')
    expect(story.effects.filter(effect => effect.kind === 'run-checks')).toHaveLength(2)
    expect(waitingOn(story.request)).toBe('system')
  })
  it.each(['createdOn', 'lastActiveOn'])('recorded by hand have no %s in the future', field => {
    const found = { emailExists: true, usernameExists: true, sameAccount: true, source: 'x', note: 'x' }
    const said = (day: string) =>
      failed()
        .does(system, 'record-checks-failure')
        .attempt(sam, 'record-checks', { ...found, [field]: day, subscriptionEndsOn: '2026-12-31' })
    expect(said('2026-06-02')).toBe('invalid-input')
    expect(said('1926-06-02')).toBe('invalid-input')
    expect(said('0001-01-01')).toBe('invalid-input')
    expect(said('2011-03-01')).toBeNull()
  })
  it.each([
    ['9999-12-31', 'invalid-input'],
    ['2126-12-31', 'invalid-input'],
    ['0026-12-31', 'invalid-input'],
    ['2019-12-31', null],
    ['2029-12-31', null],
  ])('recorded by hand, a subscription that ends on %s: %s', (subscriptionEndsOn, answer) => {
    const found = { emailExists: true, usernameExists: true, sameAccount: true, source: 'x', note: 'x' }
    const story = failed().does(system, 'record-checks-failure')
    expect(story.attempt(sam, 'record-checks', { ...found, subscriptionEndsOn })).toBe(answer)
  })
  it('can be recorded by hand, with source and note', () => {
    const found = { emailExists: true, usernameExists: true, sameAccount: true, privateProjects: 2 }
    const story = failed().does(system, 'record-checks-failure')
    expect(story.attempt(sam, 'record-checks', found)).toBe('invalid-input')
    expect(story.attempt(sam, 'record-checks', { ...found, source: 'Admin area' })).toBe('invalid-input')
    story.does(sam, 'record-checks', { ...found, source: 'Admin area', note: 'Directory down' })
    expect(story.request.checks).toMatchObject([{ source: 'Admin area', recordedById: 'sam' }])
    expect(story.state).toBe('processing')
  })
  it('can’t be recorded as one account that lacks the address', () => {
    const given = { emailExists: false, usernameExists: true, sameAccount: true, source: 'x', note: 'y' }
    expect(failed().attempt(sam, 'record-checks', given)).toBe('contradiction')
  })
})

describe('an account that turns out to be an Enterprise User', () => {
  const story = aRequest({ enterprise: true, privateProjects: 3 }, { rating: 'high' }).begun()

  it('becomes an enterprise deletion, even if the form said otherwise', () => {
    expect(story.request).toMatchObject({ type: 'enterprise-deletion', subjectType: 'enterprise' })
    expect(story.last).toMatchObject({ typeFrom: 'individual-deletion', typeTo: 'enterprise-deletion' })
  })
  it('stops there until the owner’s permission, waiting on the person, with a clear next step', () => {
    expect(story.state).toBe('verifying')
    expect(story.sent.at(-1)).toBe('enterprise-user')
    expect(waitingOn(story.request)).toBe('requester')
    expect(adviceFor(story.request)[0]?.steps.map(step => step.command)).toEqual(['record-owner-decision'])
    expect(story.tryTask('gitlab-deletion', 'tick-step', { step: 'delete-blocking-groups' })).toBe(
      'not-destructive-yet',
    )
  })
  it('shows its rating, but is asked no questions', () => {
    expect(story.request.ratings[0]?.rating).toBe('high')
    const message = 'high-risk-gitlab-account-verification-question'
    expect(story.attempt(sam, 'send-message', { message })).toBe('questions-not-needed')
  })
  it('can be refused by Privacy', () => {
    story.does(priya, 'close', { outcome: 'refused', note: 'The organisation decides' })
    expect(story.request.outcome).toBe('refused')
  })
})

describe('differences between the frozen answers and fresh ones', () => {
  const facts = (account: Partial<typeof robin> | null): CheckFacts => {
    const there = account !== null
    const whole = account && { ...robin, ...account }
    return { emailExists: there, usernameExists: there, sameAccount: there, account: whole }
  }
  it.each([
    ['account id', { accountId: 'another' }],
    ['email', { email: 'other@people.example' }],
    ['username', { username: 'robin2' }],
    ['enterprise status', { enterprise: true }],
  ])('are the %s', (what, change) => {
    expect(differences(facts({}), facts(change))).toEqual([what])
  })
  it('are an account that is not there any more', () => {
    expect(differences(facts({}), facts(null))).toEqual(['account'])
    expect(differences(facts(null), facts(null))).toEqual([])
  })
  it.each([
    ['letters’ case and space around', { email: ' Robin@People.example', username: 'ROBIN ' }],
    [
      'the number of projects, the plan and the last activity',
      { privateProjects: 7, plan: 'x', lastActiveOn: null },
    ],
    ['being unblocked', { accountState: 'active' as const }],
  ])('are not %s', (_what, change) => {
    expect(differences(facts({ accountState: 'blocked', blockedReason: 'abuse' }), facts(change))).toEqual([])
  })
})
