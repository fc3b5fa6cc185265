import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { carl, finn, priya, requester, rosa, sam } from './cast'
import { aRequest, question } from './given'

const gitlab = 'gitlab-deletion'
const first = { step: 'delete-blocking-groups' }
const working = () => aRequest().begun()

describe('a question to Privacy', () => {
  it.each([
    ['submitted', () => aRequest()],
    ['checking', () => aRequest().confirmed()],
    ['verifying', () => aRequest({ accountState: 'banned' }).begun()],
    ['processing', working],
    ['closed', () => aRequest(null).begun()],
  ])('can be asked of a request that is %s, and waits on Privacy', (state, make) => {
    const story = make().escalated()
    expect(story.state).toBe(state)
    expect(waitingOn(story.request)).toBe('privacy')
  })
  it('needs a reason, the question, and what was checked', () => {
    for (const missing of ['reason', 'question', 'checked'])
      expect(working().attempt(sam, 'escalate', { ...question, [missing]: ' ' })).toBe('invalid-input')
  })
  it('is support’s to ask, and Privacy’s to answer', () => {
    for (const actor of [rosa, carl, finn, requester('the-request')])
      expect(working().attempt(actor, 'escalate', question)).toBe('not-allowed')
    expect(working().escalated().attempt(sam, 'answer-escalation', { answer: 'Mine' })).toBe('not-allowed')
  })
  it('pings Privacy with ids only', () => {
    const story = working().escalated()
    const mail = story.effects.findLast(effect => effect.kind === 'team-mail')
    expect(mail).toEqual({ kind: 'team-mail', team: 'privacy', key: 'privacy-notice', reason: 'escalation' })
    expect(JSON.stringify(story.last)).not.toMatch(/Unsure|who they say|directory/)
  })
  it('is one at a time', () => {
    expect(working().escalated().attempt(sam, 'escalate', question)).toBe('escalation-open')
  })
  it('keeps the legal clock running', () => {
    expect(working().escalated().days(20).request.dueOn).toEqual(working().request.dueOn)
  })
})

describe('while it is open', () => {
  it('nothing destructive is ticked, resolved or run, and nothing handed over', () => {
    const story = working().ticked(gitlab, 1).escalated()
    expect(story.tryTask(gitlab, 'tick-step', { step: 'delete-user' })).toBe('escalation-open')
    expect(story.tryTask(gitlab, 'resolve', { resolution: 'exception', note: 'x' })).toBe('escalation-open')
    expect(story.tryTask('marketing-deletion', 'complete-system-task')).toBe('escalation-open')
  })
  it('the system’s own work doesn’t start', () => {
    const story = aRequest({ accountState: 'banned' })
      .begun()
      .reviewRequested()
      .escalated()
      .reviewed('unblocked')
    expect(story.state).toBe('processing')
    expect(story.effects.map(effect => effect.kind)).not.toContain('system-task')
    story.does(priya, 'answer-escalation', { answer: 'Go on' })
    expect(story.effects.map(effect => effect.kind)).toContain('system-task')
  })
  it('the search continues, but it is never fulfilled', () => {
    const story = working().completed(gitlab).marketed().escalated().foundNowhere()
    expect(story.state).toBe('processing')
    expect(story.sent).not.toContain('request-fulfilled')
    expect(story.does(priya, 'answer-escalation', { answer: 'Go on' }).request.outcome).toBe('fulfilled')
  })
  it('the person can still withdraw; the question ends with the request', () => {
    const story = working().escalated()
    story.does(requester(story.request.id), 'withdraw')
    expect(story.request.escalations[0]).toMatchObject({
      state: 'returned',
      answer: 'Request closed as withdrawn',
    })
    expect(waitingOn(story.request)).toBe('nobody')
  })
})

describe('Privacy', () => {
  it('answers: it is support’s again', () => {
    const story = working().escalated().days(1).does(priya, 'answer-escalation', { answer: 'Go on' })
    expect(story.request.escalations[0]).toMatchObject({
      state: 'answered',
      answer: 'Go on',
      answeredById: 'priya',
      answeredAt: story.now,
    })
    expect(waitingOn(story.request)).toBe('support')
    expect(story.tryTask(gitlab, 'tick-step', first)).toBeNull()
  })
  it('returns it with a comment', () => {
    const story = working().escalated()
    expect(story.attempt(priya, 'return-escalation')).toBe('invalid-input')
    story.does(priya, 'return-escalation', { comment: 'What did the ticket say?' })
    expect(story.request.escalations[0]).toMatchObject({
      state: 'returned',
      answer: 'What did the ticket say?',
    })
    expect(story.escalated().request.escalations).toHaveLength(2)
  })
  it('takes the request over', () => {
    const story = working().escalated().does(priya, 'take-over')
    expect(story.request).toMatchObject({ assigneeId: 'priya' })
    expect(story.request.escalations[0]).toMatchObject({ state: 'taken-over' })
    expect(waitingOn(story.request)).toBe('privacy')
    story.escalated().does(priya, 'answer-escalation', { answer: 'It is yours again.' })
    expect(waitingOn(story.request)).toBe('support')
  })
  it('has nothing to answer where nothing was asked', () => {
    expect(working().attempt(priya, 'answer-escalation', { answer: 'x' })).toBe('no-escalation-open')
    expect(working().attempt(priya, 'take-over')).toBe('no-escalation-open')
  })
})

describe('what Privacy answered', () => {
  const issue = 'https://gitlab.example/privacy/-/issues/7'
  const news = (story: ReturnType<typeof working>) =>
    story.effects.flatMap(effect => (effect.kind === 'news-mail' ? [[effect.to, effect.news]] : []))

  it('is told to the person who asked', () => {
    const answered = working().escalated().does(priya, 'answer-escalation', { answer: 'Go on' })
    expect(news(answered)).toEqual([['sam', 'question-answered']])
    const returned = working().escalated().does(priya, 'return-escalation', { comment: 'Which ticket?' })
    expect(news(returned)).toEqual([['sam', 'question-returned']])
    expect(news(working().escalated().does(priya, 'take-over'))).toEqual([['sam', 'request-taken-over']])
  })
  it('is told to them as well where the request closes before Privacy has answered', () => {
    const withdrawn = working().escalated()
    withdrawn.does(requester(withdrawn.request.id), 'withdraw')
    expect(news(withdrawn)).toEqual([['sam', 'question-closed']])
    const refused = working()
      .escalated()
      .does(priya, 'close', { outcome: 'refused', note: 'We must keep it' })
    expect(news(refused)).toEqual([['sam', 'question-closed']])
    const silent = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked().escalated().days(9)
    expect([silent.request.outcome, news(silent)]).toEqual(['not-verified', [['sam', 'question-closed']]])
  })
  it('is told to nobody who closes the request themselves, nor where it was answered before', () => {
    const own = aRequest({ accountState: 'banned' }).begun().reviewRequested().escalated()
    expect(news(own.reviewed('denied'))).toEqual([])
    const answered = working().escalated().does(priya, 'answer-escalation', { answer: 'Go on' })
    answered.does(requester(answered.request.id), 'withdraw')
    expect(news(answered)).toEqual([['sam', 'question-answered']])
  })
  it('gives the request back to them: it is theirs, unless it is somebody’s already', () => {
    expect(working().escalated(sam).request.assigneeId).toBe('sam')
    expect(working().does(sam, 'assign', { to: 'kim' }).escalated(sam).request.assigneeId).toBe('kim')
    expect(working().escalated(priya).request.assigneeId).toBeNull()
  })
  it('is the next step until somebody has read it', () => {
    const story = working().escalated().does(priya, 'answer-escalation', { answer: 'Go on' })
    const first = () => adviceFor(story.request)[0]
    expect(first()?.say).toMatch(/^Privacy answered the question/)
    expect(first()?.steps).toEqual([{ command: 'read-answer', label: 'I have read it' }])
    story.does(sam, 'read-answer')
    expect(story.request.escalations[0]?.readAt).toEqual(story.now)
    expect(first()?.say).not.toMatch(/^Privacy answered/)
    expect(story.attempt(sam, 'read-answer')).toBe('no-answer-unread')
  })
  it('is support’s to read in every state, also where somebody else’s turn would be', () => {
    const states = [
      aRequest(),
      aRequest().confirmed(),
      aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked(),
      working().held('2026-07-01'),
      aRequest(null).begun(),
    ]
    for (const story of states) {
      const turn = waitingOn(story.request)
      story.escalated().does(priya, 'answer-escalation', { answer: 'Go on' })
      expect(waitingOn(story.request)).toBe('support')
      expect(waitingOn(story.does(sam, 'read-answer').request)).toBe(turn)
    }
  })
  it('that was only returned leads to asking again', () => {
    const story = working().escalated().does(priya, 'return-escalation', { comment: 'Which ticket?' })
    const [first] = adviceFor(story.request)
    expect(first?.say).toMatch(/^Privacy returned the question/)
    expect(first?.steps.map(({ command }) => command)).toEqual(['escalate', 'read-answer'])
  })
  it('counts as read once somebody asks again', () => {
    const story = working()
      .escalated()
      .does(priya, 'return-escalation', { comment: 'Which ticket?' })
      .escalated()
    expect(story.request.escalations.map(({ state, readAt }) => [state, readAt !== null])).toEqual([
      ['returned', true],
      ['open', false],
    ])
  })
  it('leaves nothing to read where Privacy took the request over, or the request closed', () => {
    expect(working().escalated().does(priya, 'take-over').request.escalations[0]?.readAt).not.toBeNull()
    const closed = working().escalated().does(priya, 'close', { outcome: 'refused', note: 'We must keep it' })
    expect(closed.request.escalations[0]?.readAt).not.toBeNull()
  })
  it('keeps the link to its issue, given with the question or later, and no word of it in the log', () => {
    const story = working().does(sam, 'escalate', { ...question, issue })
    expect(story.request.escalations[0]?.issue).toBe(issue)
    story
      .does(priya, 'answer-escalation', { answer: 'Go on' })
      .does(sam, 'link-issue', { issue: `${issue}0` })
    expect(story.request.escalations[0]?.issue).toBe(`${issue}0`)
    expect(JSON.stringify(story.facts)).not.toContain('issues/7')
    expect(working().attempt(sam, 'link-issue', { issue })).toBe('no-escalation-open')
    for (const wrong of ['javascript:alert(1)', 'issue 7'])
      expect(story.attempt(sam, 'link-issue', { issue: wrong })).toBe('invalid-input')
  })
})

it('the assigned engineer, or support, is told when the verification answers arrive', () => {
  const story = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked().answered()
  expect(story.effects.findLast(effect => effect.kind === 'team-mail')).toMatchObject({
    team: 'support-engineer',
    key: 'new-message',
    toAssignee: true,
  })
})
