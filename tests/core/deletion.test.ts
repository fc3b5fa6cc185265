import { describe, expect, it } from 'vitest'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { priya, robin, rosa, sam } from './cast'
import { aRequest } from './given'

const gitlab = 'gitlab-deletion'
const working = () => aRequest().begun()
const first = { step: 'delete-blocking-groups' }

describe('the deletion checklist', () => {
  it('has the handbook’s five steps in their order', () => {
    const labels = working()
      .task(gitlab)
      .steps.map(step => step.label)
    expect(labels).toEqual([
      expect.stringMatching(/groups that block.*sole owner/),
      'Delete user and contributions',
      'Verify that the user is gone',
      expect.stringMatching(/data platform’s deletion \.csv/),
      expect.stringMatching(/newest version.*GDPR folder/),
    ])
  })
  it('says first what it destroys, and offers to transfer ownership; so do form and confirmation', () => {
    const said = [
      working().task(gitlab).steps[0]?.help ?? '',
      requestTypes.get('individual-deletion')?.destroys.join(' ') ?? '',
    ]
    for (const words of said) {
      expect(words).toMatch(/own projects/)
      expect(words).toMatch(/other people/)
      expect(words).toMatch(/work of their other members/)
      expect(words).toMatch(/owner/)
    }
  })
  it('is ticked in order', () => {
    const story = working()
    expect(story.tryTask(gitlab, 'tick-step', { step: 'delete-user' })).toBe('step-out-of-order')
    expect(story.tryTask(gitlab, 'tick-step', { step: 'upload-csv' })).toBe('step-out-of-order')
    expect(story.tryTask(gitlab, 'tick-step', { step: 'nonsense' })).toBe('no-such-step')
    story.ticked(gitlab, 1)
    expect(story.tryTask(gitlab, 'tick-step', first)).toBe('step-out-of-order')
  })
  it('says who ticked what, and when', () => {
    expect(working().ticked(gitlab, 1).task(gitlab).steps[0]).toMatchObject({ doneById: 'sam' })
  })
  it('Complete needs every step', () => {
    for (const steps of [0, 1, 2, 3, 4])
      expect(working().ticked(gitlab, steps).tryTask(gitlab, 'resolve', { resolution: 'complete' })).toBe(
        'steps-open',
      )
    expect(working().completed(gitlab).task(gitlab)).toMatchObject({
      state: 'resolved',
      resolution: 'complete',
    })
  })
  it('Complete also erases the account’s row in our own directory', () => {
    expect(working().completed(gitlab).effects).toContainEqual({
      kind: 'erase-account',
      accountId: 'account-robin',
    })
  })
  it('a tick is taken back only where nothing was destroyed by it', () => {
    const story = working().ticked(gitlab, 2)
    expect(story.tryTask(gitlab, 'untick-step', { step: 'delete-user' })).toBe('erasure-begun')
    story.ticked(gitlab, 1).onTask(gitlab, 'untick-step', { step: 'verify-gone' })
    const byHand = story.task(gitlab).steps.filter(step => step.doneAt && step.evidence.length === 0)
    expect(byHand.map(({ key }) => key)).toEqual(['delete-blocking-groups', 'delete-user'])
  })
  it('is its own team’s; Privacy works it with a note', () => {
    const story = working()
    expect(story.tryTask(gitlab, 'tick-step', first, rosa)).toBe('not-allowed')
    expect(story.tryTask(gitlab, 'tick-step', first, priya)).toBe('needs-note-from-privacy')
    expect(story.tryTask(gitlab, 'tick-step', { ...first, note: 'Covering' }, priya)).toBeNull()
    expect(story.tryTask(gitlab, 'resolve', { resolution: 'exception' }, priya)).toBe(
      'needs-note-from-privacy',
    )
  })
})

describe('a destructive step can’t be ticked or resolved', () => {
  it('in any other state than processing', () => {
    const story = aRequest({ accountState: 'banned' }).begun()
    expect(story.tryTask(gitlab, 'tick-step', first)).toBe('not-destructive-yet')
    expect(story.tryTask(gitlab, 'resolve', { resolution: 'exception', note: 'No' })).toBe(
      'not-destructive-yet',
    )
  })
  it('on hold', () => {
    const story = working().ticked(gitlab, 1).held()
    expect(story.tryTask(gitlab, 'tick-step', { step: 'delete-user' })).toBe('on-hold')
    expect(story.tryTask(gitlab, 'resolve', { resolution: 'exception', note: 'No' })).toBe('on-hold')
  })
  it('on a closed request', () => {
    const story = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked().days(8)
    expect(story.tryTask(gitlab, 'tick-step', first)).toBe('illegal-state')
  })
})

describe('just before the first destructive step, the checks run again', () => {
  it.each([
    ['account id', { accountId: 'another' }],
    ['email', { email: 'other@people.example' }],
    ['username', { username: 'robin2' }],
    ['enterprise status', { enterprise: true }],
    ['account state', { accountState: 'banned' as const }],
  ])('a differing %s stops it and asks a person; nothing is ticked', (what, change) => {
    const story = working()
    story.account = { ...robin, ...change }
    expect(story.tryTask(gitlab, 'tick-step', first)).toBe('account-changed')
    expect(story.task(gitlab).steps.filter(step => step.doneAt)).toEqual([])
    expect(story.request.erasureBegunAt).toBeNull()
    expect(story.openHolds).toEqual(['account-changed'])
    expect(story.told('privacy')).toEqual(['account-changed'])
    expect(story.last).toMatchObject({ differing: [what] })
    expect(story.tryTask(gitlab, 'tick-step', first)).toBe('on-hold')
  })
  it('an account that is no longer found stops it, too', () => {
    const story = working()
    story.account = null
    expect(story.tryTask(gitlab, 'tick-step', first)).toBe('account-changed')
  })
  it('a directory that can’t be reached refuses it, and nothing is changed', () => {
    const story = working()
    story.unreachable = true
    const before = story.request
    expect(story.tryTask(gitlab, 'tick-step', first)).toBe('directory-unreachable')
    expect(story.request).toBe(before)
  })
  it('a recorded security review covers the blocked state', () => {
    const story = aRequest({ accountState: 'banned' }).begun().reviewRequested().reviewed('unblocked')
    expect(story.ticked(gitlab, 1).request.erasureBegunAt).toEqual(story.now)
  })
  it('the frozen answers stay; the fresh ones are kept beside them', () => {
    const story = working().ticked(gitlab, 1)
    expect(story.request.checks.map(check => check.purpose)).toEqual(['intake', 'fresh'])
  })
  it('and not before the later ones: our own deletion changes the account', () => {
    const story = working().ticked(gitlab, 2)
    story.account = null
    expect(story.ticked(gitlab).request.checks).toHaveLength(2)
  })
  it('on whichever task it is', () => {
    const story = working().found({ zendesk: true, customersPortal: false }).ticked('zendesk-deletion', 2)
    story.account = { ...robin, email: 'other@people.example' }
    expect(story.tryTask('zendesk-deletion', 'tick-step', { step: 'delete-user' })).toBe('account-changed')
  })
})

describe('a hold that ends after the first destructive step', () => {
  it.each([
    ['account id', { accountId: 'another' }],
    ['email', { email: 'other@people.example' }],
    ['username', { username: 'robin2' }],
    ['enterprise status', { enterprise: true }],
  ])('stops again where the %s differs, and asks a person', (_what, change) => {
    for (const begun of [
      working().found({ zendesk: true, customersPortal: false }).ticked('zendesk-deletion', 3),
      working().ticked(gitlab, 1),
    ]) {
      const story = begun.held()
      story.account = { ...robin, ...change }
      expect(story.released().openHolds).toEqual(['account-changed'])
    }
  })
  it('continues where our own deletion has removed the account', () => {
    const story = working().ticked(gitlab, 2).held()
    story.account = null
    expect(story.released().openHolds).toEqual([])
  })
  it('asks about an account that is gone although only another system was worked on', () => {
    const begun = () =>
      working().found({ zendesk: true, customersPortal: false }).ticked('zendesk-deletion', 3).held()
    const missing = begun()
    missing.account = null
    expect(missing.released().openHolds).toEqual(['account-changed'])
    const deleted = begun()
    deleted.account = { ...robin, accountState: 'deleted' }
    expect(deleted.released().task(gitlab).resolution).toBe('complete')
    expect(deleted.sent).toContain('account-already-deleted')
  })
})

describe('a change that Privacy has accepted', () => {
  const accepted = () => {
    const story = working()
    story.account = { ...robin, email: 'other@people.example' }
    story.tryTask(gitlab, 'tick-step', first)
    return story.released()
  }
  it('stops it no longer', () => {
    expect(accepted().ticked(gitlab, 1).request.erasureBegunAt).not.toBeNull()
  })
  it('is all that they accepted: another change stops it again', () => {
    const story = accepted()
    story.account = { ...robin, email: 'third@people.example' }
    expect(story.tryTask(gitlab, 'tick-step', first)).toBe('account-changed')
  })
  it('is a matter for nobody else', () => {
    const story = working()
    story.account = { ...robin, email: 'other@people.example' }
    story.tryTask(gitlab, 'tick-step', first)
    expect(story.attempt(sam, 'release-hold', { note: 'Fine' })).toBe('not-allowed')
  })
})
