import { describe, expect, it } from 'vitest'
import { adviceFor, mayTake } from '@/lib/core/advice/next-step'
import { itemsIn } from '@/lib/core/derived/tasks/done-items'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { carl, priya, robin, sam } from './cast'
import { aRequest } from './given'

const gitlab = 'gitlab-deletion'
const portal = 'customers-portal-deletion'
const note = 'An unpaid invoice is still open'
const working = () => aRequest().begun()
const stopped = () =>
  working()
    .found({ zendesk: false, customersPortal: true })
    .onTask(portal, 'resolve', { resolution: 'exception', note })

describe('an exception', () => {
  it('needs a note', () => {
    expect(working().tryTask(gitlab, 'resolve', { resolution: 'exception' })).toBe('note-required')
    expect(working().tryTask(gitlab, 'resolve', { resolution: 'exception', note: ' ' })).toBe('note-required')
  })
  it('stops the request: it stays in processing, waiting on Privacy, who are told', () => {
    const story = stopped()
    expect(story.state).toBe('processing')
    expect(waitingOn(story.request)).toBe('privacy')
    expect(story.told('privacy')).toEqual(['exception'])
  })
  it('stops the other tasks, too: nothing destructive is ticked, resolved or run while it is open', () => {
    const story = stopped()
    const stands = 'exception-stands'
    const [first] = story.task(gitlab).steps
    expect(story.tryTask(gitlab, 'tick-step', { step: first?.key })).toBe(stands)
    expect(story.tryTask(gitlab, 'resolve', { resolution: 'exception', note })).toBe(stands)
    expect(story.tryTask('marketing-deletion', 'complete-system-task')).toBe(stands)
    expect(story.request.erasureBegunAt).toBeNull()
    story.onTask(portal, 'reopen-task', { note: 'Paid now' }, priya)
    expect(story.effects).toContainEqual({ kind: 'system-task', taskId: story.task('marketing-deletion').id })
    expect(story.completed(gitlab).completed(portal).marketed().request.outcome).toBe('fulfilled')
  })
  it('stops it in the middle of a deletion', () => {
    const story = working().found({ zendesk: false, customersPortal: true }).ticked(gitlab, 1)
    story.onTask(portal, 'resolve', { resolution: 'exception', note })
    expect(story.tryTask(gitlab, 'tick-step', { step: 'delete-user' })).toBe('exception-stands')
  })
  it('lets the search continue, whose follow-ups wait for Privacy’s decision', () => {
    const story = working().onTask(gitlab, 'resolve', { resolution: 'exception', note })
    story.found({ zendesk: true, customersPortal: false })
    expect(story.request.tasks.map(task => task.key)).not.toContain('zendesk-deletion')
    story.onTask(gitlab, 'reopen-task', { note: 'Found out' }, priya)
    expect(story.tasksThat('open')).toContain('zendesk-deletion')
    expect(story.told('support-readiness')).toEqual(['task-opened'])
  })
  it('offers no work on other tasks', () => {
    const offered = adviceFor(stopped().request).flatMap(item => item.steps)
    expect(offered.map(step => step.command)).not.toContain('tick-step')
  })
  it('keeps it from being fulfilled, even if all else was done', () => {
    const story = working().found({ zendesk: false, customersPortal: true }).completed(gitlab).marketed()
    story.onTask(portal, 'resolve', { resolution: 'exception', note })
    expect(story.state).toBe('processing')
    expect(story.sent).not.toContain('request-fulfilled')
  })
  it('leaves by reopening the task, which is Privacy’s, with a note', () => {
    const story = working().found({ zendesk: false, customersPortal: true }).completed(gitlab).marketed()
    story.onTask(portal, 'resolve', { resolution: 'exception', note })
    expect(story.tryTask(portal, 'reopen-task', { note: 'Paid now' }, sam)).toBe('not-allowed')
    expect(story.tryTask(portal, 'reopen-task', { note: 'Paid now' }, carl)).toBe('not-allowed')
    expect(story.tryTask(portal, 'reopen-task', {}, priya)).toBe('invalid-input')
    story.onTask(portal, 'reopen-task', { note: 'Paid now' }, priya)
    expect(story.task(portal)).toMatchObject({ state: 'open', resolution: null })
    expect(story.completed(portal).request.outcome).toBe('fulfilled')
  })
  it('that was accepted is still named with its reason where the request is refused later', () => {
    const story = working().completed(gitlab).marketed().found({ zendesk: true, customersPortal: true })
    story.onTask('zendesk-deletion', 'resolve', { resolution: 'exception', note })
    story.onTask('zendesk-deletion', 'accept-exception', { note: 'Your company owns them' }, priya)
    story.onTask(portal, 'resolve', { resolution: 'exception', note })
    story.does(priya, 'close', { outcome: 'refused', note })
    expect(itemsIn(story.request, 'request-refused').not_done_items).toEqual([
      'Your data in our support system was not deleted: Your company owns them',
    ])
  })
  it('or by refusing the request, which is Privacy’s, with a ground', () => {
    expect(stopped().attempt(sam, 'close', { outcome: 'refused', note })).toBe('not-allowed')
    const story = stopped().does(priya, 'close', { outcome: 'refused', note })
    expect(story.request).toMatchObject({ state: 'closed', outcome: 'refused' })
    expect(story.tasksThat('open')).toEqual([])
    expect(story.sent).not.toContain('request-fulfilled')
  })
  it('of a follow-up Privacy may accept: it counts as done, and the person reads what was not done and why', () => {
    const story = working()
      .completed(gitlab)
      .found({ zendesk: false, customersPortal: true })
      .onTask(portal, 'resolve', { resolution: 'exception', note })
    const why = 'We must keep an open invoice until it is paid.'
    expect(story.tryTask(portal, 'accept-exception', {}, priya)).toBe('invalid-input')
    expect(story.tryTask(portal, 'accept-exception', { note: why }, sam)).toBe('not-allowed')
    story.onTask(portal, 'accept-exception', { note: why }, priya)
    expect(waitingOn(story.request)).toBe('system')
    story.marketed()
    expect(story.request.outcome).toBe('fulfilled')
    expect(story.variables('request-fulfilled').not_done_items).toEqual([
      `Your data in the Customers Portal was not deleted: ${why}`,
    ])
    expect(story.sent).not.toContain('request-refused')
  })
  it('that was accepted can be reopened while the request is open, and counts no more then', () => {
    const story = stopped().onTask(portal, 'accept-exception', { note }, priya)
    story.onTask(portal, 'reopen-task', { note: 'Paid now' }, priya)
    expect(story.task(portal)).toMatchObject({ state: 'open', acceptedAt: null, acceptedWords: null })
  })
  it('of any other task is not accepted, and none twice', () => {
    const story = working().onTask(gitlab, 'resolve', { resolution: 'exception', note })
    expect(story.tryTask(gitlab, 'accept-exception', { note }, priya)).toBe('not-acceptable')
    const accepted = stopped().onTask(portal, 'accept-exception', { note }, priya)
    expect(accepted.tryTask(portal, 'accept-exception', { note }, priya)).toBe('task-not-open')
  })
  it('accepted as all that there was to do claims no deletion', () => {
    const story = aRequest(null, { type: 'portal-deletion' }).confirmed().located(true)
    story.onTask(portal, 'resolve', { resolution: 'exception', note })
    story.onTask(portal, 'accept-exception', { note }, priya)
    expect(story.request.outcome).toBe('fulfilled')
    expect(story.variables('request-fulfilled')).toMatchObject({
      done_items: ['We searched our systems for the data and found some.'],
      not_done_items: [`Your data in the Customers Portal was not deleted: ${note}`],
    })
  })
  it('offers these three, to Privacy alone', () => {
    const { request } = stopped()
    const steps = adviceFor(request)[0]?.steps ?? []
    expect(steps.map(step => step.command)).toEqual(['reopen-task', 'accept-exception', 'close'])
    expect(steps.every(step => mayTake(priya, request, step))).toBe(true)
    expect(steps.some(step => mayTake(sam, request, step))).toBe(false)
  })
  it('on Zendesk/cDot that names one system stops nothing', () => {
    const story = working().found({ zendesk: false, customersPortal: true })
    expect(waitingOn(story.request)).toBe('support')
    expect(story.told('privacy')).toEqual([])
    expect(story.completed(gitlab).completed(portal).marketed().request.outcome).toBe('fulfilled')
  })
})

describe('Not Found', () => {
  it('is no resolution of the GitLab Deletion task: the checks found the account', () => {
    expect(working().tryTask(gitlab, 'resolve', { resolution: 'not_found' })).toBe('not-found-not-allowed')
  })
  it.each([portal, 'zendesk-deletion'])('counts as done on %s', key => {
    const story = working().found({ zendesk: key !== portal, customersPortal: key === portal })
    story.onTask(key, 'resolve', { resolution: 'not_found' })
    expect(waitingOn(story.request)).toBe('support')
    expect(story.completed(gitlab).marketed().request.outcome).toBe('fulfilled')
  })
})

describe('the system’s own task', () => {
  const marketing = 'marketing-deletion'
  it('is nobody’s to resolve', () => {
    for (const actor of [sam, priya])
      expect(working().tryTask(marketing, 'resolve', { resolution: 'complete', note: 'x' }, actor)).toBe(
        'not-allowed',
      )
  })
  it('puts the erasure on the suppression list', () => {
    expect(working().marketed().effects).toContainEqual({ kind: 'suppress', addresses: [robin.email] })
  })
  it('becomes a task for Privacy where it fails', () => {
    const story = working().onTask(marketing, 'fail-system-task')
    expect(story.task(marketing)).toMatchObject({ team: 'privacy', state: 'open' })
    expect(story.told('privacy')).toEqual(['task-opened'])
    story.foundNowhere().completed(gitlab).usageErased()
    expect(waitingOn(story.request)).toBe('privacy')
    story.completed(marketing)
    expect(story.effects).toContainEqual({ kind: 'suppress', addresses: [robin.email] })
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('that deletes usage data notes how many events there were, and claims it only where there were any', () => {
    const ended = (events: number) => {
      const story = working()
      story.events = events
      return story.marketed().completed(gitlab).foundNowhere()
    }
    const [none, single, many] = [ended(0), ended(1), ended(1200)]
    expect(none.task('usage-data-deletion')).toMatchObject({
      resolution: 'complete',
      note: '0 events deleted',
    })
    expect(single.task('usage-data-deletion')).toMatchObject({
      resolution: 'complete',
      note: '1 event deleted',
    })
    expect(many.task('usage-data-deletion').note).toBe('1200 events deleted')
    expect(many.facts).toContainEqual(expect.objectContaining({ task: 'usage-data-deletion', events: 1200 }))
    const items = (story: typeof none) => String(story.variables('request-fulfilled').done_items)
    expect(items(none)).not.toMatch(/usage data/)
    expect(items(many)).toMatch(/usage data of your account was deleted/)
  })
})
