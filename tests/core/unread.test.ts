import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { unreadMessages, unreadSince } from '@/lib/core/request/unread'
import { system } from '@/tests/factories/system'
import { priya, requester, sam } from './cast'
import { aRequest, holder, type Story } from './given'

const question = 'high-risk-gitlab-account-verification-question'
const working = () => aRequest().begun()
const risky = () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun()
const writes = (story: Story, text = 'I changed my mind. Please do NOT delete my account!') =>
  story.does(requester(story.request.id), 'reply', { text })
const first = (story: Story) => adviceFor(story.request)[0]
const deletion = 'gitlab-deletion'
const tick = (story: Story) =>
  story.tryTask(deletion, 'tick-step', { step: story.task(deletion).steps.find(step => !step.doneAt)?.key })
const told = (story: Story) =>
  story.effects.filter(effect => effect.kind === 'team-mail' && effect.key === 'new-message')

describe('a message of the person that nobody has read', () => {
  it('is the next step, and support’s turn', () => {
    const story = writes(working())
    expect(first(story)).toMatchObject({
      say: expect.stringContaining('Read what they wrote'),
      steps: [{ command: 'mark-read' }],
    })
    expect(waitingOn(story.request)).toBe('support')
    expect(unreadSince(story.request)).toEqual(story.now)
  })
  it('stops everything that can’t be taken back, until somebody has read it', () => {
    const story = writes(working())
    expect(tick(story)).toBe('unread-message')
    expect(story.tryTask(deletion, 'resolve', { resolution: 'exception', note: 'No' })).toBe('unread-message')
    expect(story.tryTask('marketing-deletion', 'complete-system-task')).toBe('unread-message')
    expect(tick(story.read())).toBeNull()
  })
  it('stops a deletion that is half done', () => {
    const story = working().ticked(deletion, 1)
    expect(tick(writes(story))).toBe('unread-message')
    expect(tick(story.read())).toBeNull()
  })
  it('keeps the addresses off the data platform’s list', () => {
    const story = writes(working().ticked(deletion, 2))
    const listed = () => story.effects.some(({ kind }) => kind === 'list-for-data-platform')
    expect([tick(story), listed()]).toEqual(['unread-message', false])
    expect([tick(story.read()), listed()]).toEqual([null, true])
  })
  it('stops the hand-over of files', () => {
    const story = aRequest({}, { type: 'data-access' }).begun().ticked('access').uploaded('access')
    expect(writes(story).tryTask('access', 'resolve', { resolution: 'complete' })).toBe('unread-message')
    expect(story.read().tryTask('access', 'resolve', { resolution: 'complete' })).toBeNull()
  })
  it('stops the system’s own erasure, which starts once it is read', () => {
    const marketing = aRequest({}, { type: 'marketing-deletion' }).confirmed()
    writes(marketing)
    expect(marketing.tryTask('marketing-deletion', 'complete-system-task')).toBe('unread-message')
    const before = marketing.effects.length
    marketing.read()
    expect(marketing.effects.slice(before)).toContainEqual(expect.objectContaining({ kind: 'system-task' }))
    marketing.onTask('marketing-deletion', 'complete-system-task')
    expect(marketing.request.outcome).toBe('fulfilled')
  })
  it('is what they say in a complaint, too, which Privacy reads before work continues', () => {
    const complains = () => {
      const story = working()
      return story.does(requester(story.request.id), 'open-complaint', { ground: 'I never wanted this!' })
    }
    const story = complains()
    expect([tick(story), waitingOn(story.request)]).toEqual(['unread-message', 'privacy'])
    expect(first(story)?.steps).toMatchObject([{ command: 'mark-read' }])
    expect(story.told('privacy')).toEqual(['complaint'])
    expect(told(story)).toEqual([])
    expect(tick(story.does(priya, 'mark-read'))).toBeNull()
    const answered = complains().does(priya, 'answer-appeal', { granted: false, answer: 'You asked for it.' })
    expect(unreadMessages(answered.request)).toEqual([])
    expect(answered.effects).toContainEqual(expect.objectContaining({ kind: 'system-task' }))
  })
  it('is no complaint that a colleague wrote down, nor one about a request that has ended', () => {
    const recorded = working().does(sam, 'open-complaint', { ground: 'They called' })
    expect([unreadMessages(recorded.request), tick(recorded)]).toEqual([[], null])
    const ended = aRequest(null).begun()
    ended.does(requester(ended.request.id), 'open-complaint', { ground: 'I have an account' })
    expect([unreadMessages(ended.request), waitingOn(ended.request)]).toEqual([[], 'privacy'])
  })
  it('keeps a request from ending as fulfilled; read, it ends by itself', () => {
    const story = aRequest({}, { type: 'portal-deletion' }).confirmed()
    writes(story).onTask('customers-portal-search', 'resolve', { found: { customersPortal: false } })
    expect(story.state).toBe('processing')
    expect(story.read().request.outcome).toBe('fulfilled')
  })
  it('comes before a question to Privacy and before a hold', () => {
    expect(waitingOn(writes(working().held()).request)).toBe('support')
    const asked = working().does(sam, 'escalate', { reason: 'x', question: 'x', checked: 'x' })
    expect(waitingOn(writes(asked).request)).toBe('support')
  })
  it('is Privacy’s where Privacy took the request over, validates an authority or hears an objection', () => {
    const taken = working().does(sam, 'escalate', { reason: 'x', question: 'x', checked: 'x' })
    expect(waitingOn(writes(taken.does(priya, 'take-over')).request)).toBe('privacy')
    const given = { type: 'deceased-deletion', relationship: 'authorized-agent' } as const
    expect(waitingOn(writes(aRequest({}, given).begun()).request)).toBe('privacy')
    const objected = working()
    objected.does(holder(objected.request.id), 'object')
    expect(waitingOn(objected.request)).toBe('privacy')
  })
  it('is still to be read when the request closes in the meantime', () => {
    const story = writes(working()).does(requester('the-request'), 'withdraw')
    expect([story.state, waitingOn(story.request)]).toEqual(['closed', 'support'])
    expect(first(story)?.steps[0]).toMatchObject({ command: 'mark-read' })
    expect(waitingOn(story.read().request)).toBe('nobody')
  })
})

describe('the team', () => {
  it('is told once for everything that waits to be read', () => {
    const story = writes(writes(working()))
    expect(told(story)).toEqual([
      { kind: 'team-mail', team: 'support-engineer', key: 'new-message', toAssignee: true },
    ])
    expect(told(writes(story.read()))).toHaveLength(2)
  })
  it('is told that the answers to the questions are there, and that they may ask the administrator', () => {
    expect(told(risky().asked().answered())).toHaveLength(1)
    const enterprise = aRequest({ enterprise: true }, { type: 'enterprise-deletion' }).begun()
    expect(told(enterprise.consented())).toHaveLength(1)
  })
  it('is told of documents and of an objection by their own notices', () => {
    const story = working()
    story.does(holder(story.request.id), 'object')
    expect(told(story)).toEqual([])
  })
})

describe('reading', () => {
  it('goes up to a message; what came after it stays unread', () => {
    const story = writes(working(), 'Where are you?')
    const seen = story.message('reply').id
    writes(story, 'And please stop')
    story.does(sam, 'mark-read', { message: seen })
    expect(unreadMessages(story.request)).toHaveLength(1)
    expect(tick(story)).toBe('unread-message')
    expect(tick(story.read())).toBeNull()
  })
  it('is refused where nothing is unread', () => {
    expect(working().attempt(sam, 'mark-read')).toBe('nothing-unread')
    const story = writes(working()).read()
    expect(story.attempt(sam, 'mark-read', { message: story.message('reply').id })).toBe('nothing-unread')
  })
  it('is done by writing back, too', () => {
    const story = writes(working()).says('general-reply', { subject: 'Hello', body: 'Hello' })
    expect(unreadMessages(story.request)).toEqual([])
  })
  it('is done by judging the answers, but not of what was written besides', () => {
    expect(unreadMessages(risky().asked().answered().passed().request)).toEqual([])
    const story = writes(risky().asked().answered()).passed()
    expect([story.state, unreadMessages(story.request).map(({ key }) => key)]).toEqual([
      'processing',
      ['reply'],
    ])
    expect(tick(story)).toBe('unread-message')
    expect(story.effects.some(effect => effect.kind === 'system-task')).toBe(false)
    story.read()
    expect(story.effects.some(effect => effect.kind === 'system-task')).toBe(true)
  })
  it('is done by asking the same again', () => {
    const story = writes(risky().asked()).says(question)
    expect(unreadMessages(story.request)).toEqual([])
    expect(waitingOn(story.request)).toBe('requester')
  })
  it('is nothing for anybody but support and Privacy', () => {
    const story = writes(working())
    expect(story.attempt(requester('the-request'), 'mark-read')).toBe('not-allowed')
    expect(story.attempt(system, 'mark-read')).toBe('not-allowed')
    expect(story.attempt(priya, 'mark-read')).toBeNull()
  })
})
