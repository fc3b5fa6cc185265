import { describe, expect, it } from 'vitest'
import { system } from '@/tests/factories/system'
import { priya, requester, robin, sam } from './cast'
import { aRequest } from './given'

const note = 'They meant something else'
const to = (type: string) => ({ type, note })
const working = () => aRequest().begun()

describe('correcting the type between types', () => {
  it('cancels the tasks of the one and opens those of the other', () => {
    const story = working().does(sam, 'retype', to('data-access'))
    expect(story.tasksThat('open')).toEqual(['access'])
    expect(story.tasksThat('cancelled')).toHaveLength(4)
    expect(story.completed('access').request.outcome).toBe('fulfilled')
  })
  it('deletes nothing of what was found for the former type', () => {
    const found = { zendesk: true, customersPortal: true }
    const later = aRequest({ accountState: 'banned' })
      .begun()
      .found(found)
      .does(sam, 'retype', to('data-access'))
    expect(later.state).toBe('processing')
    expect(later.tasksThat('open')).toEqual(['access'])
    expect(working().found(found).does(sam, 'retype', to('data-access')).tasksThat('open')).toEqual([
      'access',
    ])
  })
  it('brings cancelled tasks back, follow-ups included', () => {
    const story = working().found({ zendesk: true, customersPortal: false })
    story.does(sam, 'retype', to('data-access')).does(sam, 'retype', to('individual-deletion'))
    expect(story.tasksThat('open')).toEqual([
      'gitlab-deletion',
      'marketing-deletion',
      'usage-data-deletion',
      'zendesk-deletion',
    ])
  })
  it.each([
    ['data-access', 'not-controller'],
    ['data-export', 'not-controller'],
  ])('of an enterprise account to %s: %s', (type, outcome) => {
    const story = aRequest({ enterprise: true }, { country: 'NL' }).begun().does(sam, 'retype', to(type))
    expect(story.request.outcome).toBe(outcome)
  })
  it('to an export from an embargoed country: embargoed', () => {
    const story = aRequest({}, { country: 'CU' }).begun().does(sam, 'retype', to('data-export'))
    expect(story.request.outcome).toBe('embargoed')
  })
  it('of a validated request without an account: no account', () => {
    const given = { type: 'deceased-deletion', relationship: 'authorized-agent' } as const
    const story = aRequest(null, given).begun()
    story
      .does(priya, 'validate-authority', { valid: true, note })
      .does(sam, 'retype', to('individual-deletion'))
    expect(story.request.outcome).toBe('no-account')
  })
  it('to a type that needs more than is known is refused', () => {
    expect(working().attempt(sam, 'retype', to('forum-deletion'))).toBe('type-needs-more')
    expect(working().attempt(sam, 'retype', to('data-export'))).toBe('type-needs-more')
    expect(working().attempt(sam, 'retype', to('deceased-deletion'))).toBe('type-needs-more')
    const portal = aRequest({}, { type: 'portal-deletion', username: null }).confirmed()
    expect(portal.attempt(sam, 'retype', to('individual-deletion'))).toBe('type-needs-more')
  })
  it('to a type that looks the account up, from one that doesn’t: the checks run, and decide', () => {
    const portal = (account: Parameters<typeof aRequest>[0] = {}) =>
      aRequest(account, { type: 'portal-deletion' })
        .confirmed()
        .does(sam, 'retype', to('individual-deletion'))
    expect(portal().state).toBe('checking')
    expect(portal().effects.at(-1)).toEqual({ kind: 'run-checks' })
    const found = portal().checked()
    expect(found.state).toBe('processing')
    expect(found.task('customers-portal-search').state).toBe('cancelled')
    expect(found.completed('gitlab-deletion').foundNowhere().marketed().request.outcome).toBe('fulfilled')
    expect(portal(null).checked().request.outcome).toBe('no-account')
    expect(portal({ enterprise: true }).checked().request.type).toBe('enterprise-deletion')
  })
  it('keeps a question that is still asked, with its window; ends one that isn’t', () => {
    const asked = () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked()
    const access = asked().does(sam, 'retype', to('data-access'))
    expect(access.windowEnds).toEqual(asked().windowEnds)
    expect(access.days(8).request.outcome).toBe('not-verified')
    const portal = asked().does(sam, 'retype', to('portal-deletion'))
    expect(portal.windowEnds).toEqual([])
    expect(portal.state).toBe('processing')
  })
  it('lets a mail of the former type, accepted late, open no window', () => {
    const story = aRequest({}, { type: 'data-export', country: 'NL' }).begun()
    story.mailServer = 'silent'
    story.selfServed().does(sam, 'retype', to('data-access'))
    const { id } = story.message('project-export-self-serve')
    story.does(system, 'record-delivery', { message: id, result: 'accepted' })
    expect(story.windowEnds).toEqual([])
    expect(story.days(30).state).toBe('processing')
  })
  it('lets a review of the former type decide nothing any more', () => {
    const story = aRequest({ accountState: 'banned' }).begun().reviewRequested()
    story.does(sam, 'retype', to('data-access'))
    expect(story.attempt(sam, 'record-security-review', { result: 'denied' })).not.toBeNull()
    expect(story.state).toBe('processing')
  })
  it('while the checks run, to what nothing is looked up for, waits for them no longer', () => {
    for (const type of ['portal-deletion', 'marketing-deletion']) {
      const story = aRequest().confirmed().does(system, 'record-checks-failure')
      story.does(sam, 'retype', { type, note: 'Mistaken' })
      expect(story.state).toBe('processing')
      expect(story.tasksThat('open')).toHaveLength(1)
      expect(story.attempt(system, 'record-check-results')).toBe('illegal-state')
    }
  })
  it('to what nothing is looked up for leaves holds that can be released', () => {
    const story = working().held().does(sam, 'retype', to('portal-deletion'))
    story.unreachable = true
    expect(story.released().openHolds).toEqual([])
  })
  it('counts by the other type’s clock of the same law', () => {
    const story = aRequest({}, { country: 'AR' })
    expect(story.request.dueOn.toISOString()).toBe('2026-06-08T21:59:59.000Z')
    story.does(sam, 'retype', to('data-access'))
    expect(story.request.dueOn.toISOString()).toBe('2026-06-11T21:59:59.000Z')
    expect(story.request.receivedAt).toEqual(aRequest().request.receivedAt)
  })
  it('to a correction or an objection only where it was said what is wrong, or objected to', () => {
    for (const type of ['rectification', 'objection']) {
      expect(working().attempt(sam, 'retype', to(type)), type).toBe('type-needs-more')
      const story = working()
      story.request = { ...story.request, details: 'My name is Robin, not Robyn' }
      expect(story.attempt(sam, 'retype', to(type)), type).toBeNull()
    }
  })
  it('until the first destructive step is done', () => {
    const story = working().ticked('gitlab-deletion', 1)
    expect(story.attempt(sam, 'retype', to('data-access'))).toBe('erasure-begun')
  })
})

describe('a subscription’s hold', () => {
  it('is the individual’s only: a data access request is handed over meanwhile', () => {
    const story = aRequest({ subscriptionEndsOn: '2026-12-01' }, { type: 'data-access' }).begun()
    expect(story.openHolds).toEqual([])
    expect(story.completed('access').request.outcome).toBe('fulfilled')
  })
})

describe('a request that was never confirmed', () => {
  it('is retyped as it is, and continues as the new type', () => {
    const story = aRequest({ ...robin }).does(sam, 'retype', to('marketing-deletion'))
    expect(story.state).toBe('submitted')
    story.does(requester(story.request.id), 'confirm')
    expect(story.marketed().request.outcome).toBe('fulfilled')
  })
})

describe('what the person chose', () => {
  it('stays as given when the type is corrected, and when it is corrected back', () => {
    const story = working()
    const { givenType, givenSubjectType } = story.request
    expect([givenType, givenSubjectType]).toEqual(['individual-deletion', 'individual'])
    for (const type of ['data-access', 'individual-deletion', 'portal-deletion']) {
      story.does(sam, 'retype', to(type))
      expect(story.request).toMatchObject({ type, givenType, givenSubjectType })
    }
  })
  it('stays as given when the checks find that the account is an enterprise’s', () => {
    const { request } = aRequest({ enterprise: true }).begun()
    expect(request).toMatchObject({
      type: 'enterprise-deletion',
      subjectType: 'enterprise',
      givenType: 'individual-deletion',
      givenSubjectType: 'individual',
    })
  })
})
