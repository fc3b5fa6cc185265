import { describe, expect, it } from 'vitest'
import type { NextStep } from '@/lib/core/advice/guides/guide'
import { adviceFor, whyNot } from '@/lib/core/advice/next-step'
import { represent } from '@/lib/core/view/representation'
import { staffOf } from '@/tests/factories/staff'
import { priya, robin, rosa, sam } from './cast'
import { aRequest } from './given'
import { type Given, rules, zone } from './runner'

const gitlab = 'gitlab-deletion'
const first = { step: 'delete-blocking-groups' }
const paul = staffOf('privacy', 'paul')
const asked = (account: Partial<typeof robin> | null = {}, given: Given = {}) =>
  aRequest(account, {
    type: 'deceased-deletion',
    relationship: 'designated-account-successor',
    requesterEmail: 'kim@family.example',
    ...given,
  }).begun()
const risky = (account: Partial<typeof robin> = {}) =>
  asked({ privateProjects: 1, ...account }, { rating: 'high' })
/** The account exists, but not under the address that was given. */
function unmatched() {
  const story = aRequest(
    {},
    {
      type: 'deceased-deletion',
      requesterEmail: 'kim@family.example',
      email: 'kim@family.example',
      username: 'robin-r',
    },
  )
  story.mismatch = true
  return story.begun()
}

describe('validate-authority', () => {
  it('valid: continues as an individual deletion, to the end', () => {
    const story = asked().validated()
    expect(story.state).toBe('processing')
    story.completed(gitlab).foundNowhere().marketed()
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('valid: the questions, by rating and private projects, go to the requester', () => {
    const story = risky().validated()
    expect(story.state).toBe('verifying')
    expect(story.asked().windowEnds).toHaveLength(1)
    expect(story.answered().passed().state).toBe('processing')
  })
  it('valid: a banned account is reviewed', () => {
    const story = asked({ accountState: 'banned' }).validated()
    expect(story.reviewRequested().reviewed('denied').request.outcome).toBe('security-denied')
  })
  it('valid: an account deleted already is settled now', () => {
    const story = asked({ accountState: 'deleted' }).validated()
    expect(story.sent).toContain('account-already-deleted')
    expect(story.foundNowhere().marketed().request.outcome).toBe('already-deleted')
  })
  it('valid: never held for a subscription; whether an enterprise account may go is Privacy’s decision', () => {
    expect(asked({ subscriptionEndsOn: '2027-01-01' }).validated().openHolds).toEqual([])
    expect(asked({ enterprise: true }).validated().request).toMatchObject({
      type: 'deceased-deletion',
      state: 'processing',
    })
  })
  it('ends a hold, so the checks run again first', () => {
    const story = asked()
    story.account = { ...robin, email: 'other@people.example' }
    expect(story.validated().openHolds).toEqual(['account-changed'])
    story.unreachable = true
    expect(asked().state).toBe('verifying')
    const away = asked()
    away.unreachable = true
    expect(away.attempt(priya, 'validate-authority', { valid: true, note: 'x' })).toBe(
      'directory-unreachable',
    )
  })
  it('rejected: Authority Not Established, no-authority', () => {
    const story = asked().rejected()
    expect(story.request.outcome).toBe('no-authority')
    expect(story.sent.at(-1)).toBe('authority-not-established')
    expect(story.tasksThat('open')).toEqual([])
  })
  it('needs a note', () => {
    expect(asked().attempt(priya, 'validate-authority', { valid: true })).toBe('invalid-input')
  })
  it('is for those who have died', () => {
    const story = aRequest({ accountState: 'banned' }).begun()
    expect(story.attempt(priya, 'validate-authority', { valid: true, note: 'x' })).toBe('authority-not-open')
  })
})

describe('an account that the address didn’t find', () => {
  it('is named by Privacy with its username, rated then, and is the account from there on', () => {
    const story = unmatched()
    expect(story.request.accountId).toBeNull()
    story.validated({ username: 'robin' })
    expect(story.request.accountId).toBe(robin.accountId)
    expect(story.request.ratings).toHaveLength(1)
    expect(story.completed(gitlab).openHolds).toEqual([])
    expect(story.foundNowhere().marketed().request.outcome).toBe('fulfilled')
  })
  it('must be one that there is', () => {
    expect(
      unmatched().attempt(priya, 'validate-authority', { valid: true, note: 'x', username: 'nobody' }),
    ).toBe('invalid-input')
  })
  it('is never another one than the address found', () => {
    const story = asked()
    story.account = { ...robin, accountId: 'account-of-another', username: 'another' }
    expect(story.attempt(priya, 'validate-authority', { valid: true, note: 'x', username: 'another' })).toBe(
      'contradiction',
    )
  })
})

describe('no account', () => {
  it('tells the requester nothing of it at first', () => {
    const story = asked(null)
    expect(story.state).toBe('verifying')
    expect(story.sent).toEqual(['request-received'])
    expect(story.validated().sent).toEqual(['request-received'])
  })
  it('lets the GitLab Deletion task be Not Found', () => {
    const story = asked(null).validated()
    expect(story.tryTask(gitlab, 'resolve', { resolution: 'not_found' })).toBeNull()
    expect(asked().validated().tryTask(gitlab, 'resolve', { resolution: 'not_found' })).toBe(
      'not-found-not-allowed',
    )
  })
  it('is told only when all other tasks are done', () => {
    const story = asked(null).validated().onTask(gitlab, 'resolve', { resolution: 'not_found' })
    story.found({ zendesk: true, customersPortal: false }).marketed()
    expect(story.sent).toEqual(['request-received'])
    story.completed('zendesk-deletion')
    expect(story.request.outcome).toBe('fulfilled')
    expect(JSON.stringify(story.variables('request-fulfilled'))).toMatch(/found no account/)
  })
})

describe('four eyes', () => {
  it('who validated carries nothing out', () => {
    const story = asked().validated()
    const note = 'Covering'
    expect(story.tryTask(gitlab, 'tick-step', { ...first, note }, priya)).toBe('four-eyes')
    const found = { zendesk: false, customersPortal: false }
    expect(story.tryTask('zendesk-cdot-deletion', 'resolve', { found, note }, priya)).toBe('four-eyes')
    expect(story.tryTask(gitlab, 'tick-step', { ...first, note }, paul)).toBeNull()
  })
  it('who judged the answers carries nothing out', () => {
    const story = risky().validated().asked().answered().passed()
    expect(story.tryTask(gitlab, 'tick-step', first, sam)).toBe('four-eyes')
    expect(story.tryTask(gitlab, 'tick-step', first, staffOf('support-engineer', 'other'))).toBeNull()
  })
  it('who has carried out part of it validates nothing', () => {
    const found = { zendesk: false, customersPortal: false }
    const story = risky().onTask('zendesk-cdot-deletion', 'resolve', { found, note: 'Covering' }, priya)
    expect(story.attempt(priya, 'validate-authority', { valid: true, note: 'x' })).toBe('four-eyes')
    story.does(paul, 'validate-authority', { valid: true, note: 'x' }).asked().answered()
    expect(story.attempt(priya, 'pass-verification')).toBe('four-eyes')
    expect(story.attempt(sam, 'pass-verification')).toBeNull()
  })
  it('who validated is not offered what would be refused, and is told why; somebody else is', () => {
    const { request } = asked().validated()
    const steps = adviceFor(request).flatMap(item => item.steps)
    expect(steps.map(step => step.command)).toEqual(['tick-step', 'resolve'])
    for (const step of steps) {
      expect(whyNot(request, step, { actor: priya, rules })).toBe('four-eyes')
      expect(whyNot(request, step, { actor: paul, rules })).toBeNull()
      expect(whyNot(request, step, { actor: sam, rules })).toBeNull()
      expect(whyNot(request, step, { actor: priya, rules: { fourEyes: [] } })).toBeNull()
    }
    expect(represent(request, priya, zone, rules).nextSteps).toEqual([])
    expect(represent(request, sam, zone, rules).nextSteps).toHaveLength(2)
  })
  it('who has carried out part of it is not offered to judge', () => {
    const found = { zendesk: false, customersPortal: false }
    const story = risky().onTask('zendesk-cdot-deletion', 'resolve', { found, note: 'Covering' }, priya)
    const offered = () =>
      adviceFor(story.request)[0]?.steps.filter(step => step.command !== 'send-message') ?? []
    for (const step of offered()) {
      expect(whyNot(story.request, step, { actor: priya, rules })).toBe('four-eyes')
      expect(whyNot(story.request, step, { actor: paul, rules })).toBeNull()
    }
    story.does(paul, 'validate-authority', { valid: true, note: 'x' }).asked().answered()
    const [pass] = offered()
    expect(pass && whyNot(story.request, pass, { actor: priya, rules })).toBe('four-eyes')
  })
  it('who validated an export sends no files', () => {
    const on = {
      type: 'data-export',
      country: 'NL',
      rating: 'high' as const,
      rules: { fourEyes: ['data-export'] },
    }
    const story = aRequest({}, on).begun().selfServed().helped().asked().answered().passed()
    story.onTask('export', 'tick-step', { step: 'check-scope' }, staffOf('support-engineer', 'other'))
    expect(story.attempt(sam, 'send-message', { message: 'project-export-complete' })).toBe('four-eyes')
    const message = { message: 'project-export-complete' }
    const step: NextStep = { command: 'send-message', label: 'x', preset: message }
    expect(whyNot(story.request, step, { actor: sam, rules: story.rules })).toBe('four-eyes')
  })
  it('is a setting: on for this type, off for others, as the organisation has it', () => {
    const off = asked({}, { rules: { fourEyes: [] } }).validated()
    expect(off.tryTask(gitlab, 'tick-step', { ...first, note: 'x' }, priya)).toBeNull()
    const on = { rules: { fourEyes: ['individual-deletion'] }, rating: 'high' as const }
    const story = aRequest({ privateProjects: 1 }, on).begun().asked().answered().passed()
    expect(story.tryTask(gitlab, 'tick-step', first, sam)).toBe('four-eyes')
    const usual = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked().answered().passed()
    expect(usual.tryTask(gitlab, 'tick-step', first, sam)).toBeNull()
  })
})

describe('no-authority, reopened', () => {
  it('only by Privacy, who validate anew', () => {
    const story = asked().rejected()
    expect(story.attempt(sam, 'reopen', { reason: 'x' })).toBe('not-allowed')
    expect(story.attempt(rosa, 'reopen', { reason: 'x' })).toBe('not-allowed')
    story.does(priya, 'reopen', { reason: 'Better papers' })
    expect(story.openHolds).toEqual(['authority'])
    expect(story.validated().state).toBe('processing')
  })
  it('after other ends, too, nothing that was validated carries over', () => {
    const story = risky().validated().asked().days(31).does(sam, 'reopen', { reason: 'x' })
    expect(story.openHolds).toEqual(['authority'])
    expect(represent(story.request, sam, zone, rules).risk).toBeNull()
    expect(story.sent.filter(text => text.startsWith('high-risk'))).toHaveLength(1)
  })
})
