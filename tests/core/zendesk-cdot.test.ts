import { describe, expect, it } from 'vitest'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import { priya } from './cast'
import { aRequest } from './given'

const search = 'zendesk-cdot-deletion'
const follow = ['customers-portal-deletion', 'zendesk-deletion']
const followUps = (story: ReturnType<typeof aRequest>) =>
  story.request.tasks.map(task => task.key).filter(key => follow.includes(key))
const working = () => aRequest().begun()
const verifying = () => aRequest({ accountState: 'banned' }).begun()

describe('the Zendesk/cDot search', () => {
  it.each([
    ['both', true, true, 'complete', null, follow],
    ['neither', false, false, 'not_found', null, []],
    ['Zendesk only', true, false, 'exception', /Zendesk/, ['zendesk-deletion']],
    [
      'the Customers Portal only',
      false,
      true,
      'exception',
      /Customers Portal.*cDot/,
      ['customers-portal-deletion'],
    ],
  ] as const)(
    'found in %s: the resolution and the follow-ups',
    (_where, zendesk, customersPortal, resolution, note, keys) => {
      const story = working().found({ zendesk, customersPortal })
      expect(story.task(search)).toMatchObject({
        state: 'resolved',
        resolution,
        found: { zendesk, customersPortal },
      })
      if (note) expect(story.task(search).note).toMatch(note)
      else expect(story.task(search).note).toBeNull()
      expect(followUps(story)).toEqual(keys)
    },
  )
  it('names in the note the one system and not the other', () => {
    const { note } = working().found({ zendesk: true, customersPortal: false }).task(search)
    expect(note).not.toMatch(/Portal/)
  })
  it('keeps a note of the engineer’s beside it', () => {
    const found = { zendesk: true, customersPortal: false }
    const story = working().onTask(search, 'resolve', { found, note: 'Under the old address' })
    expect(story.task(search).note).toMatch(/Zendesk.*Under the old address/)
  })
  it('a contradicting resolution is refused', () => {
    const both = { zendesk: true, customersPortal: true }
    for (const resolution of ['not_found', 'exception'])
      expect(working().tryTask(search, 'resolve', { found: both, resolution })).toBe('contradiction')
    expect(working().tryTask(search, 'resolve', { found: both, resolution: 'complete' })).toBeNull()
  })
  it('needs a word about each system', () => {
    expect(working().tryTask(search, 'resolve', { resolution: 'complete' })).toBe('invalid-input')
    expect(working().tryTask(search, 'resolve', { found: { zendesk: true } })).toBe('invalid-input')
  })
  it('is resolved once', () => {
    const found = { zendesk: false, customersPortal: false }
    expect(working().foundNowhere().tryTask(search, 'resolve', { found })).toBe('task-not-open')
  })
  it('by Privacy needs their note', () => {
    const found = { zendesk: false, customersPortal: false }
    expect(working().tryTask(search, 'resolve', { found }, priya)).toBe('needs-note-from-privacy')
    expect(working().tryTask(search, 'resolve', { found, note: 'Covering' }, priya)).toBeNull()
  })
  it('says where to look: every address of the account', () => {
    const said = taskPlans.get(search)?.instructions?.join(' ')
    expect(said).toMatch(/Zendesk for every address/)
    expect(said).toMatch(/Customers Portal for every address/)
    expect(working().told('support-engineer')).toEqual(['task-opened', 'task-opened'])
  })
})

describe('its follow-up deletions', () => {
  it('start only once the request is in processing', () => {
    const story = verifying().found({ zendesk: true, customersPortal: true })
    expect(followUps(story)).toEqual([])
    expect(story.told('support-readiness')).toEqual([])
    expect(followUps(story.reviewRequested().reviewed('unblocked'))).toEqual(follow)
    expect(story.told('support-readiness')).toEqual(['task-opened'])
    expect(story.told('console-engineer')).toEqual(['task-opened'])
  })
  it('never start where it closes before', () => {
    const story = verifying().found({ zendesk: true, customersPortal: true })
    expect(followUps(story.reviewRequested().reviewed('denied'))).toEqual([])
  })
  it('belong to the teams of the systems: support engineers never delete there', () => {
    const story = working().found({ zendesk: true, customersPortal: true })
    expect(story.task('zendesk-deletion')).toMatchObject({
      team: 'support-readiness',
      name: 'Support Readiness (Zendesk Deletion)',
    })
    expect(story.task('customers-portal-deletion')).toMatchObject({
      team: 'console-engineer',
      name: 'Console Engineer (Customers Portal Deletion)',
    })
  })
  it('may be Not Found, which counts as done', () => {
    const story = working()
      .completed('gitlab-deletion')
      .found({ zendesk: false, customersPortal: true })
      .marketed()
    story.onTask('customers-portal-deletion', 'resolve', { resolution: 'not_found' })
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('are not Not Found once something was deleted there', () => {
    const story = working().found({ zendesk: true, customersPortal: false }).ticked('zendesk-deletion', 3)
    expect(story.tryTask('zendesk-deletion', 'resolve', { resolution: 'not_found' })).toBe('contradiction')
  })
})
