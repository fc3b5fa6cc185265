import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { priya, requester, robin, sam } from './cast'
import { aRequest } from './given'
import { local } from './runner'

const paid = (subscriptionEndsOn: string | null = '2026-06-20') =>
  aRequest({ plan: 'premium', subscriptionEndsOn }, { on: '2026-06-01T12:00' }).begun()
const step = 'delete-blocking-groups'

describe('a subscription that ends in the future', () => {
  it('puts the request on hold until the end of that day, and nothing is deleted', () => {
    const story = paid()
    expect(story.state).toBe('processing')
    expect(story.openHolds).toEqual(['subscription'])
    expect(story.request.holds[0]?.until).toSatisfy((until: Date) => local(until) === '2026-06-20T23:59:59')
    expect(story.tryTask('gitlab-deletion', 'tick-step', { step })).toBe('on-hold')
    expect(story.tryTask('marketing-deletion', 'complete-system-task')).toBe('on-hold')
  })
  it('tells the person the date, and Privacy', () => {
    const story = paid()
    expect(story.variables('on-hold')).toEqual({ hold_until: '2026-06-20' })
    expect(story.told('privacy')).toEqual(['subscription-hold'])
  })
  it('is looked at after the questions', () => {
    const story = aRequest(
      { privateProjects: 1, subscriptionEndsOn: '2026-06-20' },
      { rating: 'high' },
    ).begun()
    expect(story.openHolds).toEqual([])
    expect(story.asked().answered().passed().openHolds).toEqual(['subscription'])
  })
  it('that ends today holds until the end of today', () => {
    expect(paid('2026-06-01').openHolds).toEqual(['subscription'])
  })
  it.each([
    ['is over', '2026-05-31'],
    ['is none', null],
  ])('but not where it %s', (_what, endsOn) => {
    expect(paid(endsOn).request.holds).toEqual([])
  })
  it('does not apply to an enterprise account', () => {
    expect(aRequest({ enterprise: true, subscriptionEndsOn: '2026-06-20' }).begun().openHolds).toEqual([])
  })
  it('keeps the legal clock running', () => {
    expect(paid('2026-12-24').request.dueOn).toEqual(paid(null).request.dueOn)
  })
  it('waits on the system', () => {
    expect(waitingOn(paid().request)).toBe('system')
  })
})

describe('when the subscription’s day has ended', () => {
  it('not before: it holds to the last second', () => {
    expect(paid().clock('2026-06-20T23:59:59').openHolds).toEqual(['subscription'])
  })
  it('the directory is read again and the work resumes, the system’s included', () => {
    const story = paid().clock('2026-06-21T00:00')
    expect(story.openHolds).toEqual([])
    expect(story.request.checks.map(check => check.purpose)).toEqual(['intake', 'fresh'])
    expect(story.effects.map(effect => effect.kind)).toContain('system-task')
    expect(story.completed('gitlab-deletion').foundNowhere().marketed().request.outcome).toBe('fulfilled')
  })
  it('renewed: Privacy decides', () => {
    const story = paid()
    story.account = { ...robin, subscriptionEndsOn: '2027-06-20' }
    story.clock('2026-06-21T00:00')
    expect(story.openHolds).toEqual(['subscription-renewed'])
    expect(story.told('privacy')).toContain('subscription-renewed')
    expect(waitingOn(story.request)).toBe('privacy')
    expect(story.days(400).openHolds).toEqual(['subscription-renewed'])
    expect(story.released().openHolds).toEqual([])
    expect(story.ticked('gitlab-deletion', 1).request.erasureBegunAt).toEqual(story.now)
  })
  it('renewed is seen even while another hold is open', () => {
    const story = paid().held()
    story.account = { ...robin, subscriptionEndsOn: '2027-06-20' }
    story.clock('2026-06-21T00:00')
    expect(story.openHolds).toEqual(['other', 'subscription-renewed'])
  })
  it('unreachable: it holds until the directory answers', () => {
    const story = paid()
    story.unreachable = true
    expect(story.clock('2026-06-21T00:00').openHolds).toEqual(['subscription'])
    story.unreachable = false
    expect(story.sweep().openHolds).toEqual([])
  })
})

describe('a hold is released', () => {
  it('only by its date, or by Privacy with a note', () => {
    const story = paid()
    expect(story.attempt(sam, 'release-hold', { note: 'Please' })).toBe('not-allowed')
    expect(story.attempt(requester('the-request'), 'release-hold', { note: 'Please' })).toBe('not-allowed')
    expect(story.attempt(priya, 'release-hold')).toBe('invalid-input')
    expect(story.released().openHolds).toEqual([])
    expect(story.request.holds[0]).toMatchObject({ releasedBy: 'privacy', releasedNote: 'Settled' })
  })
  it('after the checks ran again: a difference stops it and asks a person', () => {
    const story = aRequest().begun().held()
    story.account = { ...robin, username: 'robin2' }
    story.released()
    expect(story.openHolds).toEqual(['account-changed'])
    expect(story.told('privacy')).toContain('account-changed')
  })
  it('not while the directory can’t be reached', () => {
    const story = aRequest().begun().held()
    story.unreachable = true
    expect(story.attempt(priya, 'release-hold', { note: 'Go on' })).toBe('directory-unreachable')
    expect(story.openHolds).toEqual(['other'])
  })
  it('one by one', () => {
    const story = aRequest().begun().held().held().released()
    expect(story.openHolds).toEqual(['other'])
    expect(story.tryTask('gitlab-deletion', 'tick-step', { step })).toBe('on-hold')
    expect(story.released().openHolds).toEqual([])
    expect(story.attempt(priya, 'release-hold', { note: 'Again' })).toBe('hold-not-open')
  })
})

describe('a hold by support', () => {
  it('needs a reason, and a date that is to come', () => {
    const story = aRequest().begun()
    expect(story.attempt(sam, 'hold')).toBe('invalid-input')
    expect(story.attempt(sam, 'hold', { reason: 'x', until: '2026-05-31' })).toBe('invalid-input')
    expect(story.attempt(sam, 'hold', { reason: 'x', until: '2026-02-30' })).toBe('invalid-input')
  })
  it.each(['2036-06-02', '2126-06-02', '9999-12-31'])('no hold lasts until %s: that is a slip', until => {
    const story = aRequest().begun()
    expect(story.attempt(sam, 'hold', { reason: 'x', until })).toBe('invalid-input')
    expect(story.attempt(sam, 'hold', { reason: 'x', until: '2036-05-31' })).toBeNull()
  })
  it('is a record, never a state', () => {
    expect(aRequest().begun().held().state).toBe('processing')
    expect(aRequest().confirmed().held().checked().state).toBe('processing')
  })
  it('without a date waits on Privacy, with one on the clock', () => {
    expect(waitingOn(aRequest().begun().held().request)).toBe('privacy')
    const dated = aRequest().begun().held('2026-06-05')
    expect(waitingOn(dated.request)).toBe('system')
    expect(dated.clock('2026-06-06T00:00').openHolds).toEqual([])
  })
  it('holds back the follow-ups and the system’s work, which start when it ends', () => {
    const story = aRequest().begun().held().found({ zendesk: true, customersPortal: true })
    expect(story.tasksThat('open')).toEqual(['gitlab-deletion', 'marketing-deletion', 'usage-data-deletion'])
    story.released()
    expect(story.tasksThat('open')).toContain('zendesk-deletion')
    expect(story.tasksThat('open')).toContain('customers-portal-deletion')
  })
  it('keeps it from being fulfilled', () => {
    const story = aRequest().begun().completed('gitlab-deletion').marketed().held().foundNowhere()
    expect(story.state).toBe('processing')
    expect(story.released().request.outcome).toBe('fulfilled')
  })
  it('does the same where nothing is looked up: what waited for its end resumes', () => {
    const portal = () => aRequest({}, { type: 'portal-deletion' }).confirmed().held()
    const located = portal().located(true)
    expect(located.tasksThat('open')).toEqual([])
    expect(located.released().tasksThat('open')).toEqual(['customers-portal-deletion'])
    expect(portal().located(false).released().request.outcome).toBe('fulfilled')
    const marketing = aRequest({}, { type: 'marketing-deletion' }).confirmed().held()
    const jobs = () => marketing.effects.filter(effect => effect.kind === 'system-task').length
    const before = jobs()
    marketing.released()
    expect(jobs()).toBe(before + 1)
    const dated = aRequest({}, { type: 'portal-deletion' }).confirmed().held('2026-06-05').located(true)
    expect(dated.clock('2026-06-06T00:00').tasksThat('open')).toEqual(['customers-portal-deletion'])
  })
  it('during our own deletion: the account that has gone is no change', () => {
    const story = aRequest().begun().completed('gitlab-deletion').held()
    story.account = null
    expect(story.released().openHolds).toEqual([])
    expect(story.foundNowhere().marketed().request.outcome).toBe('fulfilled')
  })
  it('has one next step: release it', () => {
    const [advice] = adviceFor(aRequest().begun().held().request)
    expect(advice?.steps.map(step => step.command)).toEqual(['release-hold'])
  })
})
