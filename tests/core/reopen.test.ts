import { describe, expect, it } from 'vitest'
import { adviceFor, mayTake } from '@/lib/core/advice/next-step'
import { askedAgainOn, isReopenable } from '@/lib/core/derived/reopening'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { verificationOf } from '@/lib/core/request/current'
import type { Outcome } from '@/lib/core/request/request'
import { outcomes } from '@/lib/core/request/request'
import { priya, requester, robin, sam } from './cast'
import { aRequest } from './given'
import { type Given, local, zone } from './runner'

const reason = 'They wrote that they were away'
const silent = (given: Given = {}) =>
  aRequest({ privateProjects: 1 }, { rating: 'high', ...given })
    .begun()
    .asked()
    .clock('2026-06-09T00:00')
const denied = () => aRequest({ accountState: 'banned' }).begun().reviewRequested().reviewed('denied')

describe('reopening', () => {
  it.each([
    ['unconfirmed', true],
    ['not-verified', true],
    ['no-permission', true],
    ['no-response', true],
    ['security-denied', true],
    ['no-authority', true],
    ['fulfilled', false],
    ['already-deleted', false],
    ['no-account', false],
    ['duplicate', false],
    ['not-controller', false],
    ['embargoed', false],
    ['withdrawn', false],
    ['refused', false],
  ] as const satisfies readonly (readonly [Outcome, boolean])[])('%s: %s', (outcome, can) => {
    const { request } = aRequest()
    expect(isReopenable({ ...request, state: 'closed', outcome })).toBe(can)
  })
  it('has an answer for every outcome', () => {
    expect(outcomes).toHaveLength(14)
  })
  it('needs a reason', () => {
    expect(silent().attempt(sam, 'reopen')).toBe('invalid-input')
  })
  it('is for closed requests', () => {
    expect(aRequest().begun().attempt(priya, 'reopen', { reason })).toBe('illegal-state')
  })
  it('of a fulfilled request is refused', () => {
    const story = aRequest().begun().completed('gitlab-deletion').foundNowhere().marketed()
    expect(story.request.outcome).toBe('fulfilled')
    expect(story.attempt(priya, 'reopen', { reason })).toBe('not-reopenable')
  })
})

describe('what follows a request that isn’t reopened', () => {
  it('counts from the person’s earliest word that nobody has answered', () => {
    const story = aRequest().begun().completed('gitlab-deletion').foundNowhere().marketed().days(9)
    const asked = () => askedAgainOn(story.request, zone)
    expect(asked()).toBeNull()
    const says = (at: string) =>
      story.does(sam, 'record-reply', { channel: 'letter', at, text: 'You missed my forum account' })
    says('2026-06-07')
    says('2026-06-05')
    expect(asked()).toBe('2026-06-05')
    story.says('general-reply')
    expect(asked()).toBeNull()
  })
})

describe('an unconfirmed request, reopened', () => {
  const story = aRequest().clock('2026-06-09T00:00').clock('2026-06-10T12:00').does(sam, 'reopen', { reason })
  it('is submitted again, with a new link and 7 new days', () => {
    expect(story.state).toBe('submitted')
    expect(story.sent).toEqual(['request-received', 'request-received'])
    expect(story.windowEnds).toEqual(['2026-06-17T23:59:59'])
  })
  it('has to be confirmed like any other', () => {
    expect(story.begun().state).toBe('processing')
  })
})

describe('a not-verified request, reopened', () => {
  const reopened = () => silent().days(1).does(sam, 'reopen', { reason })
  it('is verifying again, with a new window', () => {
    const story = reopened()
    expect(story.request).toMatchObject({ state: 'verifying', outcome: null, closedAt: null })
    expect(story.windowEnds).toEqual(['2026-06-17T23:59:59'])
    expect(waitingOn(story.request)).toBe('requester')
  })
  it('runs the checks again', () => {
    const story = silent()
    story.account = { ...robin, privateProjects: 5 }
    story.does(sam, 'reopen', { reason })
    expect(story.request.checks.at(-1)).toMatchObject({ round: 2, purpose: 'intake' })
    expect(story.request.checks.at(-1)?.facts.account?.privateProjects).toBe(5)
  })
  it('is refused while the directory can’t be reached', () => {
    const story = silent()
    story.unreachable = true
    expect(story.attempt(sam, 'reopen', { reason })).toBe('directory-unreachable')
    expect(story.state).toBe('closed')
  })
  it('carries over nothing that was verified', () => {
    const story = reopened()
    expect(verificationOf(story.request)).toMatchObject({ round: 2, answers: null, result: null })
    expect(story.attempt(sam, 'pass-verification')).toBe('nothing-to-judge')
  })
  it('has its tasks back', () => {
    expect(reopened().tasksThat('open')).toEqual([
      'gitlab-deletion',
      'zendesk-cdot-deletion',
      'marketing-deletion',
      'usage-data-deletion',
    ])
    expect(reopened().task('gitlab-deletion')).toMatchObject({ resolution: null, note: null })
  })
  it('keeps its legal clock: to the second where the law knows no pause, else but for the days awaited', () => {
    const california = { country: 'US', region: 'US-CA' }
    const before = silent(california)
    const after = silent(california).days(1).does(sam, 'reopen', { reason })
    expect(after.request.dueOn).toEqual(before.request.dueOn)
    expect(reopened().request.receivedAt).toEqual(silent().request.receivedAt)
    expect(local(silent().request.dueOn)).toBe('2026-07-01T23:59:59')
    expect(local(reopened().request.dueOn)).toBe('2026-07-08T23:59:59')
  })
  it('can be answered and fulfilled', () => {
    const story = reopened().answered().passed()
    story.completed('gitlab-deletion').foundNowhere().marketed()
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('runs out like the first time', () => {
    const story = reopened().days(8)
    expect(story.request.outcome).toBe('not-verified')
    expect(story.task('gitlab-deletion').resolution).toBe('exception')
  })
  it('continues without questions where the account no longer calls for them', () => {
    const story = silent()
    story.account = robin
    expect(story.does(sam, 'reopen', { reason }).state).toBe('processing')
  })
  it('ends as no-account where the account has gone', () => {
    const story = silent()
    story.account = null
    expect(story.does(sam, 'reopen', { reason }).request.outcome).toBe('no-account')
  })
  it('asks no questions of a person who has deleted the account meanwhile', () => {
    const story = silent()
    story.account = { ...robin, privateProjects: 1, accountState: 'blocked', blockedReason: 'self_deletion' }
    story.does(sam, 'reopen', { reason })
    expect(verificationOf(story.request)).toBeNull()
    expect(adviceFor(story.request)[0]?.steps[0]?.preset?.message).toBe('blocked-account-deletion-request')
  })
})

describe('after security-denied', () => {
  it('only Privacy reopens', () => {
    expect(denied().attempt(sam, 'reopen', { reason })).toBe('not-allowed')
    expect(denied().does(priya, 'reopen', { reason }).state).toBe('verifying')
  })
  it('another security review is needed', () => {
    const story = denied().does(priya, 'reopen', { reason })
    expect(adviceFor(story.request)[0]?.steps[0]?.command).toBe('request-security-review')
    expect(story.reviewRequested().reviewed('unblocked').state).toBe('processing')
  })
  it('a late reply waits on Privacy, and Reopen is offered to nobody else', () => {
    const story = denied().does(requester('the-request'), 'reply', { text: 'It was not me' })
    expect(waitingOn(story.request)).toBe('privacy')
    const steps = adviceFor(story.request).flatMap(item => item.steps)
    const reopen = steps.find(step => step.command === 'reopen')
    expect(reopen && mayTake(priya, story.request, reopen)).toBe(true)
    expect(reopen && mayTake(sam, story.request, reopen)).toBe(false)
  })
})

describe('a reply to a request that doesn’t reopen', () => {
  it('is support’s to read and answer, and then nobody’s', () => {
    const story = aRequest(null).begun().does(requester('the-request'), 'reply', { text: 'But I do' })
    expect(waitingOn(story.request)).toBe('support')
    const [step] = adviceFor(story.request)[0]?.steps ?? []
    expect(step).toMatchObject({ command: 'send-message', preset: { message: 'general-reply' } })
    story.says('general-reply', { body: 'We looked again.' })
    expect(waitingOn(story.request)).toBe('nobody')
    expect(adviceFor(story.request)).toEqual([])
  })
})
