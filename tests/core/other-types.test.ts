import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import { intakeSchema } from '@/lib/core/intake/intake'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { carl, finn, priya, robin, rosa, sam } from './cast'
import { aRequest } from './given'

const opened = (type: string) => aRequest({}, { type, username: null }).confirmed()

describe('who opens what', () => {
  it('the public asks for all but exports and forum deletions, which staff open from a support ticket', () => {
    const by = [...requestTypes.values()].map(type => [type.key, type.openedBy])
    expect(Object.fromEntries(by)).toMatchObject({
      'individual-deletion': 'public',
      'enterprise-deletion': 'public',
      'portal-deletion': 'public',
      'deceased-deletion': 'public',
      'marketing-deletion': 'public',
      'data-access': 'public',
      rectification: 'public',
      objection: 'public',
      'marketing-opt-out': 'public',
      'data-export': 'staff',
      'forum-deletion': 'staff',
    })
  })
  it.each([
    ['individual-deletion', ['username']],
    ['enterprise-deletion', ['username']],
    ['portal-deletion', []],
    ['deceased-deletion', ['relationship', 'username']],
    ['marketing-deletion', []],
    ['data-access', ['username']],
    ['data-export', ['country', 'username']],
    ['forum-deletion', ['forumProfile', 'forumUsername']],
    ['rectification', ['username', 'whatIsRight', 'whatIsWrong']],
    ['objection', ['details']],
    ['marketing-opt-out', []],
  ])('%s needs an address and %s', (type, fields) => {
    const parsed = intakeSchema.safeParse({ type, email: robin.email })
    expect((parsed.error?.issues ?? []).map(issue => issue.path[0]).toSorted()).toEqual(fields)
  })
  it('says what each deletion destroys', () => {
    for (const type of requestTypes.values())
      expect(type.destroys.length > 0, type.key).toBe(type.key.endsWith('-deletion'))
  })
})

describe('the list of tasks', () => {
  it('has every task that a type opens, and those that follow it', () => {
    const opened = [...requestTypes.values()].flatMap(type => type.tasks)
    const followed = opened.flatMap(task => Object.values(task.followUps ?? {}))
    for (const task of [...opened, ...followed]) expect(taskPlans.get(task.key), task.key).toBe(task)
  })
  it('has the main task of every type among its tasks', () => {
    for (const type of requestTypes.values()) expect(type.tasks).toContain(type.mainTask)
  })
})

describe('a Customers Portal deletion', () => {
  it('has one task, right after the confirmation, and no rating', () => {
    const story = opened('portal-deletion')
    expect(story.request.tasks.map(task => task.name)).toEqual(['Support Engineer (Zendesk/cDot Deletion)'])
    expect(story.request).toMatchObject({
      state: 'processing',
      subjectType: 'portal',
      ratings: [],
      checks: [],
    })
  })
  it('located: Complete, a Console Engineer task follows, then fulfilled', () => {
    const story = opened('portal-deletion').located(true)
    expect(story.task('customers-portal-search').resolution).toBe('complete')
    expect(story.task('customers-portal-deletion').name).toMatch(/^Console Engineer/)
    expect(story.told('console-engineer')).toEqual(['task-opened'])
    expect(story.state).toBe('processing')
    expect(story.completed('customers-portal-deletion').request.outcome).toBe('fulfilled')
    expect(story.variables('request-fulfilled')).toMatchObject({
      done_items: [expect.stringMatching(/Customers Portal was deleted/)],
    })
  })
  it('not located: Not Found, then fulfilled', () => {
    const story = opened('portal-deletion').located(false)
    expect(story.task('customers-portal-search').resolution).toBe('not_found')
    expect(story.request.outcome).toBe('fulfilled')
    expect(story.request.tasks).toHaveLength(1)
  })
  it('takes only what was found in the Customers Portal, and no contradiction', () => {
    const key = 'customers-portal-search'
    const elsewhere = { found: { zendesk: true, customersPortal: true } }
    expect(opened('portal-deletion').tryTask(key, 'resolve', elsewhere)).toBe('invalid-input')
    expect(opened('portal-deletion').tryTask(key, 'resolve', { found: { zendesk: true } })).toBe(
      'invalid-input',
    )
    const both = { found: { customersPortal: true }, resolution: 'not_found' }
    expect(opened('portal-deletion').tryTask(key, 'resolve', both)).toBe('contradiction')
  })
})

describe('a marketing deletion', () => {
  it('has no support task: the system does it, then it is fulfilled', () => {
    const story = opened('marketing-deletion')
    expect(story.request.tasks.map(task => task.team)).toEqual(['system'])
    expect(story.effects.map(effect => effect.kind)).toContain('system-task')
    expect(waitingOn(story.request)).toBe('system')
    story.marketed()
    expect(story.request.outcome).toBe('fulfilled')
    expect(story.effects.map(effect => effect.kind)).toContain('suppress')
  })
  it('a failure becomes a task for Privacy, who do it by hand', () => {
    const story = opened('marketing-deletion').onTask('marketing-deletion', 'fail-system-task')
    expect(story.task('marketing-deletion').team).toBe('privacy')
    expect(story.told('privacy')).toEqual(['task-opened'])
    expect(adviceFor(story.request)[0]?.steps[0]?.command).toBe('resolve')
    expect(story.tryTask('marketing-deletion', 'resolve', { resolution: 'complete' }, sam)).toBe(
      'not-allowed',
    )
    story.onTask('marketing-deletion', 'resolve', { resolution: 'complete' }, priya)
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('by any actor, not on hold and not with a question open', () => {
    const failed = () => opened('marketing-deletion').onTask('marketing-deletion', 'fail-system-task')
    const resolve = (story: ReturnType<typeof failed>) =>
      story.tryTask('marketing-deletion', 'resolve', { resolution: 'complete' }, priya)
    expect(resolve(failed().held())).toBe('on-hold')
    expect(resolve(failed().escalated())).toBe('escalation-open')
    const running = opened('marketing-deletion')
    expect(running.held().tryTask('marketing-deletion', 'complete-system-task')).toBe('on-hold')
    expect(
      opened('marketing-deletion').escalated().tryTask('marketing-deletion', 'complete-system-task'),
    ).toBe('escalation-open')
  })
})

describe('a forum deletion', () => {
  it('has one task for a forum admin: delete the user and their posts, comment, done', () => {
    const story = opened('forum-deletion')
    expect(story.request.tasks.map(task => task.team)).toEqual(['forum-admin'])
    expect(story.told('forum-admin')).toEqual(['task-opened'])
    const labels = story.task('forum-deletion').steps.map(step => step.label)
    expect(labels).toEqual([
      expect.stringMatching(/address is the one on this request/),
      'Delete the user and their posts',
      'Comment here what was deleted',
    ])
    expect(story.completed('forum-deletion').request.outcome).toBe('fulfilled')
  })
  it('is not completed by ticks alone: the comment’s text or its link goes with the tick, or the note says it', () => {
    const story = opened('forum-deletion').ticked('forum-deletion', 2)
    story.onTask('forum-deletion', 'tick-step', { step: 'comment' })
    const complete = { resolution: 'complete' }
    expect(story.tryTask('forum-deletion', 'resolve', complete)).toBe('step-needs-text')
    expect(story.tryTask('forum-deletion', 'resolve', { ...complete, note: '  ' })).toBe('step-needs-text')
    story.onTask('forum-deletion', 'resolve', { ...complete, note: 'User and 12 posts are gone' })
    expect(story.request.outcome).toBe('fulfilled')
  })
  it('keeps the comment on its step', () => {
    const step = 'comment'
    const comment = { step, given: 'https://forum.example/t/12/3' }
    const story = opened('forum-deletion').ticked('forum-deletion', 2)
    expect(story.tryTask('forum-deletion', 'resolve', { resolution: 'complete' })).toBe('steps-open')
    story.onTask('forum-deletion', 'tick-step', comment)
    expect(story.task('forum-deletion').steps.at(-1)?.given).toBe(comment.given)
    expect(JSON.stringify(story.last)).not.toContain('forum.example')
    story.onTask('forum-deletion', 'untick-step', { step })
    expect(story.task('forum-deletion').steps.at(-1)?.given).toBeNull()
  })
  it('takes a note that goes with the tick as the comment', () => {
    const story = opened('forum-deletion').ticked('forum-deletion', 2)
    story.onTask('forum-deletion', 'tick-step', { step: 'comment', note: 'User and 12 posts are gone' })
    expect(story.task('forum-deletion').steps.at(-1)?.given).toBe('User and 12 posts are gone')
  })
  it('is that team’s alone; Privacy works it with a note', () => {
    const story = opened('forum-deletion')
    for (const actor of [sam, rosa, carl])
      expect(story.tryTask('forum-deletion', 'tick-step', { step: 'match' }, actor)).toBe('not-allowed')
    expect(story.tryTask('forum-deletion', 'tick-step', { step: 'match' }, finn)).toBeNull()
  })
  it('confirming the mailbox counts as the reply; 7 days, silence: no-response', () => {
    const story = aRequest({}, { type: 'forum-deletion' })
    expect(story.clock('2026-06-08T23:59:59').state).toBe('submitted')
    expect(story.clock('2026-06-09T00:00').request.outcome).toBe('no-response')
    expect(story.sent.at(-1)).toBe('request-closed')
  })
  it('not confirmed, reopened: a new link and 7 new days', () => {
    const story = aRequest({}, { type: 'forum-deletion' }).days(8).does(sam, 'reopen', { reason: 'x' })
    expect(story.state).toBe('submitted')
    expect(story.windowEnds).toEqual(['2026-06-16T23:59:59'])
    expect(story.confirmed().completed('forum-deletion').request.outcome).toBe('fulfilled')
  })
  it('an address that doesn’t match the username is an exception, which is Privacy’s', () => {
    const story = opened('forum-deletion')
    story.onTask('forum-deletion', 'resolve', { resolution: 'exception', note: 'Another address' })
    expect(waitingOn(story.request)).toBe('privacy')
    expect(story.does(priya, 'close', { outcome: 'refused', note: 'Not theirs' }).request.outcome).toBe(
      'refused',
    )
  })
})
