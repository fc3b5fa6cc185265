import { describe, expect, it } from 'vitest'
import { adviceFor } from '@/lib/core/advice/next-step'
import { otherActs } from '@/lib/core/advice/other-acts'
import { deadlineOf } from '@/lib/core/deadlines/of-request'
import { clarificationPauses } from '@/lib/core/derived/clarification'
import { newsWords } from '@/lib/core/handbook/news'
import { hasOpenQuestion, openQuestions } from '@/lib/core/machine/open-questions'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { unreadMessages } from '@/lib/core/request/unread'
import { system } from '@/tests/factories/system'
import { priya, requester, rosa, sam } from './cast'
import { aRequest, type Story } from './given'
import { local } from './runner'

const question = 'Everything, or only the tickets of this year?'
const access = (country = 'GB', more: object = {}) => aRequest(more, { type: 'data-access', country })
const asks = (story: Story) => story.does(sam, 'ask-clarification', { question })
const answers = (story: Story) =>
  story.does(requester(story.request.id), 'answer-clarification', { text: 'Only this year' })
const due = (story: Story) => local(story.request.dueOn)
const working = (story: Story) => deadlineOf(story.request, story.context(sam)).working

describe('asking what somebody means', () => {
  it('mails the question, gives seven days, and is the person’s turn', () => {
    const story = asks(access().begun())
    expect(story.sent.at(-1)).toBe('clarification-needed')
    expect(story.variables('clarification-needed')).toEqual({ clarification_question: question })
    expect(story.request.windows.at(-1)).toMatchObject({ reason: 'clarification', days: 7 })
    expect(story.state).toBe('processing')
    expect(waitingOn(story.request)).toBe('requester')
    expect(openQuestions(story.request)).toMatchObject([{ kind: 'clarification', replied: false }])
  })
  it('is what the next step says while it waits; the tasks stay below', () => {
    const [first, second] = adviceFor(asks(access().begun()).request)
    expect(first).toMatchObject({ say: expect.stringContaining('say what they mean'), steps: [] })
    expect(second?.say).toContain('Work the open tasks')
  })
  it('is said last while the request is verified, as nothing waits for it there', () => {
    const story = aRequest({ privateProjects: 1 }, { type: 'data-access', country: 'GB', rating: 'high' })
    const advice = adviceFor(asks(story.begun()).request)
    expect(advice[0]?.say).toContain('Send the verification questions')
    expect(advice.at(-1)).toMatchObject({ say: expect.stringContaining('asked what they mean'), steps: [] })
  })
  it('leads after a silence to the work, and offers beside it to ask again', () => {
    const story = asks(access().begun()).days(8)
    const advice = adviceFor(story.request)
    expect(advice.map(({ say }) => say)).toEqual([
      'The person has not said what they mean, and their time to answer is over. Work the open tasks with what they have said so far, or ask again.',
    ])
    const steps = advice[0]?.steps.map(({ command, label, aside = false }) => [command, label, aside])
    expect(steps).toEqual([
      ['tick-step', 'Download a blank cDot/Zendesk sheet', false],
      ['ask-clarification', 'Ask again', true],
    ])
    expect(waitingOn(story.request)).toBe('support')
    expect(waitingOn(asks(story).request)).toBe('requester')
  })
  it('offers it last while something else comes first, and no more once they have said it', () => {
    const silent = () => {
      const story = aRequest({ privateProjects: 1 }, { type: 'data-access', country: 'GB', rating: 'high' })
      return asks(story.begun()).days(8)
    }
    const says = (story: Story) => adviceFor(story.request).map(({ say }) => say)
    expect(says(silent())[0]).toContain('Send the verification questions')
    expect(says(silent()).at(-1)).toContain('You can ask again')
    expect(says(asks(access().begun()).days(8).held()).at(-1)).toContain('You can ask again')
    for (const story of [silent(), asks(access().begun()).days(8)]) {
      story.does(sam, 'record-reply', { channel: 'mail', at: '2026-06-09', text: 'Only this year' })
      expect(says(story).join()).not.toContain('has not said')
    }
  })
  it('is for support and Privacy, and for requests for data only', () => {
    expect(access().begun().attempt(priya, 'ask-clarification', { question })).toBeNull()
    expect(access().begun().attempt(rosa, 'ask-clarification', { question })).toBe('not-allowed')
    expect(aRequest().begun().attempt(sam, 'ask-clarification', { question })).toBe('nothing-to-clarify')
    const exporting = aRequest({}, { type: 'data-export', country: 'NL' }).begun()
    expect(exporting.attempt(sam, 'ask-clarification', { question })).toBeNull()
  })
  it('is offered beside the next step of a request for data, and of no other', () => {
    const offer = (story: Story) =>
      otherActs(story.request, story.context(sam)).find(({ key }) => key === 'clarify')
    expect(offer(access().begun())).toMatchObject({ refused: null })
    expect(offer(aRequest().begun())).toBeUndefined()
    expect(offer(asks(access().begun()))).toMatchObject({ refused: 'already-asked' })
  })
  it('goes beside the verification questions, which stay what the desk has to send', () => {
    const story = aRequest({ privateProjects: 1 }, { type: 'data-access', country: 'GB', rating: 'high' })
    asks(story.begun())
    expect(story.state).toBe('verifying')
    expect(waitingOn(story.request)).toBe('support')
    story.asked()
    expect(openQuestions(story.request).map(({ kind }) => kind)).toEqual(['questions', 'clarification'])
    answers(story)
    expect(openQuestions(story.request).map(({ kind }) => kind)).toEqual(['questions'])
  })
  it('opens no window for a mail that bounced, and can then be asked again', () => {
    const story = access().begun()
    story.mailServer = 'bounced'
    asks(story)
    expect(story.request.windows.map(({ reason }) => reason)).not.toContain('clarification')
    expect(story.request.pauses).toEqual([])
    story.mailServer = 'accepted'
    expect(story.attempt(sam, 'ask-clarification', { question })).toBeNull()
  })
  it('leaves the question out of the audit log', () => {
    expect(Object.values(asks(access().begun()).last ?? {})).not.toContain(question)
  })
})

describe('the law’s clock while we ask what somebody means', () => {
  it('in the United Kingdom leaves out both days for access: 1 Jun, asked 3, answered 5 → 6 Jul', () => {
    const story = asks(access().begun().days(2))
    expect(story.request.pauses).toMatchObject([{ reason: 'clarification', to: null }])
    answers(story.days(2))
    expect(due(story)).toBe('2026-07-06T23:59:59')
    expect(working(story)).toContain(
      'Asked for a clarification on 3 Jun 2026, 2 days after receipt, answered on 5 Jun 2026: stood still for 3 days, both days included',
    )
  })
  it('stands still from the day of asking on, as if they answered today', () => {
    const story = asks(access().begun().days(2))
    expect(working(story)).toContain('If they answer today: due at the end of 2 Jul 2026')
    expect(working(story.days(3))).toContain('If they answer today: due at the end of 6 Jul 2026')
  })
  it('counts the day on which they said it, not the day on which that is recorded', () => {
    const story = asks(access().begun().days(2)).days(5)
    story.does(sam, 'record-reply', { channel: 'letter', at: '2026-06-05', text: 'This year' })
    expect(due(story)).toBe('2026-07-06T23:59:59')
    expect(story.windowEnds).toEqual([])
  })
  it('runs again from the end of the window where nobody answers, and says so', () => {
    const story = asks(access().begun().days(2)).clock('2026-06-14T09:00')
    expect(story.request.pauses).toMatchObject([{ unanswered: true }])
    expect(working(story)).toContain(
      'Asked for a clarification on 3 Jun 2026, 2 days after receipt, not answered by 10 Jun 2026: stood still for 8 days, both days included',
    )
    expect(due(story)).toBe('2026-07-09T23:59:59')
  })
  it('elsewhere runs on, and no mail says that it is paused', () => {
    const story = asks(access('NL').begun().days(2))
    answers(story.days(2))
    expect(due(story)).toBe('2026-07-01T23:59:59')
    expect(clarificationPauses(story.request)).toBe(false)
    expect(clarificationPauses(access().request)).toBe(true)
    expect(clarificationPauses(aRequest({}, { country: 'GB' }).request)).toBe(false)
  })
  it('ends the pause of its own question only', () => {
    const story = aRequest({ privateProjects: 1 }, { type: 'data-access', country: 'GB', rating: 'high' })
    answers(asks(story.begun().asked()))
    expect(story.request.pauses.map(({ reason, to }) => [reason, to === null])).toEqual([
      ['identity', true],
      ['clarification', false],
    ])
  })
})

describe('the answer', () => {
  it('ends window and pause, is unread until somebody has read it, and holds the hand-over until then', () => {
    const story = answers(asks(access().begun()))
    expect(story.windowEnds).toEqual([])
    expect(story.request.pauses.every(({ to }) => to !== null)).toBe(true)
    expect(unreadMessages(story.request).map(({ key }) => key)).toEqual(['clarification'])
    expect(waitingOn(story.request)).toBe('support')
    expect(adviceFor(story.request)[0]?.steps[0]).toMatchObject({ command: 'mark-read' })
    expect(hasOpenQuestion(story.request, 'clarification')).toBe(false)
  })
  it('may be given in a reply, or by telephone', () => {
    const replied = asks(access().begun())
    replied.does(requester(replied.request.id), 'reply', { text: 'This year' })
    const called = asks(access().begun())
    called.does(sam, 'record-reply', { channel: 'telephone', at: '2026-06-01', text: 'This year' })
    for (const story of [replied, called]) {
      expect(story.windowEnds).toEqual([])
      expect(openQuestions(story.request)).toEqual([])
      expect(waitingOn(story.request)).toBe('support')
    }
  })
  it('that comes before the mail server took the mail leaves no window behind', () => {
    const story = access().begun()
    story.mailServer = 'silent'
    answers(asks(story))
    const mail = story.request.messages.find(({ key }) => key === 'clarification-needed')
    story.does(system, 'record-delivery', { message: mail?.id, result: 'accepted' })
    expect(story.windowEnds).toEqual([])
  })
  it('can’t be given where nothing was asked, or twice', () => {
    const text = 'This year'
    const story = access().begun()
    const attempt = () => story.attempt(requester(story.request.id), 'answer-clarification', { text })
    expect(attempt()).toBe('not-asked')
    answers(asks(story))
    expect(attempt()).toBe('not-asked')
  })
})

describe('silence', () => {
  it('refuses nothing: after seven days it is support’s turn again, and they are told', () => {
    const story = asks(access().begun()).days(8)
    expect(story.state).toBe('processing')
    expect(waitingOn(story.request)).toBe('support')
    expect(story.last).toMatchObject({ command: 'lapse-window', lapsed: 'clarification' })
    expect(story.effects.at(-1)).toMatchObject({ kind: 'news-mail', news: 'clarification-unanswered' })
    expect(newsWords['clarification-unanswered']).toMatch(/^The person has not told us/)
    expect(story.completed('access').request.outcome).toBe('fulfilled')
  })
  it('is reminded of two days before, in words that don’t threaten to close the request', () => {
    const story = asks(access().begun()).days(5)
    expect(story.sent.at(-1)).toBe('reminder')
    expect(story.variables('reminder')).toMatchObject({ clarifying: 'yes' })
  })
  it('lets the desk ask again', () => {
    const story = asks(access().begun()).days(8)
    expect(story.attempt(sam, 'ask-clarification', { question })).toBeNull()
  })
})
