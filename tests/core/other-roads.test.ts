import { describe, expect, it } from 'vitest'
import { answerFields } from '@/lib/core/advice/answer-fields'
import { adviceFor } from '@/lib/core/advice/next-step'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { recordedChannels } from '@/lib/core/request/channel'
import { verificationOf } from '@/lib/core/request/current'
import { unreadMessages } from '@/lib/core/request/unread'
import { requester, rosa, sam } from './cast'
import { aRequest, type Story } from './given'

const risky = () => aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().asked()
const said = (more: object = {}) => ({
  channel: 'telephone',
  at: '2026-06-01',
  text: 'In spring, she said',
  ...more,
})
const records = (story: Story, more: object = {}) => story.does(sam, 'record-reply', said(more))
const answersTo = (story: Story) =>
  Object.fromEntries((verificationOf(story.request)?.questions ?? []).map(({ key }) => [key, 'in spring']))
const tick = (story: Story) =>
  story.tryTask('gitlab-deletion', 'tick-step', { step: 'delete-blocking-groups' })

describe('what came by another road', () => {
  it.each(recordedChannels)('%s: closes the window of the questions and can be judged', channel => {
    const story = records(risky(), { channel })
    expect(story.windowEnds).toEqual([])
    expect(waitingOn(story.request)).toBe('support')
    expect(story.message('reply')).toMatchObject({ direction: 'in', channel, saidOn: '2026-06-01' })
    story.passed()
    expect(story.last).toMatchObject({ verification: 'passed', channel })
    expect(story.state).toBe('processing')
  })
  it('is judged like answers where it is written down question by question', () => {
    const story = risky()
    records(story, { answers: answersTo(story) })
    expect(verificationOf(story.request)?.answers).toEqual(answersTo(story))
    expect(adviceFor(story.request)[0]?.steps[0]).toMatchObject({ command: 'pass-verification' })
    expect(story.passed().last).toMatchObject({ channel: 'telephone' })
    expect(risky().attempt(sam, 'record-reply', said({ answers: {} }))).toBe('invalid-input')
    expect(
      aRequest()
        .begun()
        .attempt(sam, 'record-reply', said({ answers: {} })),
    ).toBe('no-question-open')
  })
  it('needs the answer to one question only, and no other words then', () => {
    const story = risky()
    const [first, ...others] = verificationOf(story.request)?.questions ?? []
    const answers = { [first?.key ?? '']: 'in spring' }
    story.does(sam, 'record-reply', said({ answers, text: undefined }))
    expect(verificationOf(story.request)?.answers).toEqual({
      ...answers,
      ...Object.fromEntries(others.map(({ key }) => [key, ''])),
    })
    const kept = story.effects.findLast(({ kind }) => kind === 'received')
    expect(kept).toMatchObject({ body: `${first?.text}\nin spring` })
    expect(story.windowEnds).toEqual([])
    expect(adviceFor(story.request)[0]?.steps[0]).toMatchObject({ command: 'pass-verification' })
  })
  it('needs words or an answer', () => {
    expect(risky().attempt(sam, 'record-reply', said({ text: undefined }))).toBe('invalid-input')
  })
  it('has a field for each question that is open, and none once they are answered or were never asked', () => {
    const story = risky()
    const questions = verificationOf(story.request)?.questions ?? []
    expect(answerFields(story.request).map(({ name, label, required }) => [name, label, required])).toEqual(
      questions.map(({ key, text }) => [`answers.${key}`, text, false]),
    )
    records(story, { answers: answersTo(story) })
    expect(answerFields(story.request)).toEqual([])
    expect(answerFields(aRequest().begun().request)).toEqual([])
  })
  it('answers whether to ask the administrator, and asks for help', () => {
    const enterprise = records(aRequest({ enterprise: true }, { type: 'enterprise-deletion' }).begun())
    enterprise.does(sam, 'answer-owner-contact', { contact: 'yes', note: 'Said so' }).ownerContacted()
    const exporting = records(aRequest({}, { type: 'data-export', country: 'NL' }).begun().selfServed())
    expect(exporting.does(sam, 'ask-for-help', { text: 'Said so' }).state).toBe('processing')
  })
  it('stands in for documents that come by letter: it is Privacy’s turn', () => {
    const story = aRequest({}, { type: 'deceased-deletion', relationship: 'authorized-agent' })
      .begun()
      .documentsNeeded()
    expect(waitingOn(records(story, { channel: 'letter' }).request)).toBe('privacy')
  })
  it('was read by who wrote it down, and is the work of support and Privacy only', () => {
    expect(unreadMessages(records(aRequest().begun()).request)).toEqual([])
    expect(aRequest().begun().attempt(rosa, 'record-reply', said())).toBe('not-allowed')
  })
  it('has a day between the submission and today', () => {
    for (const at of ['2026-05-31', '2026-06-02'])
      expect(risky().attempt(sam, 'record-reply', said({ at })), at).toBe('invalid-input')
  })
  it('closes no window that was opened after it was said, and answers no question asked later', () => {
    const early = aRequest({ privateProjects: 1 }, { rating: 'high' }).begun().days(3).asked()
    const story = records(early.days(1), { at: '2026-06-02' })
    expect(story.windowEnds).toHaveLength(1)
    expect(unreadMessages(story.request)).toEqual([])
    const answers = answersTo(story)
    expect(story.attempt(sam, 'record-reply', said({ at: '2026-06-02', answers }))).toBe('invalid-input')
    expect(records(story, { at: '2026-06-04', answers }).windowEnds).toEqual([])
  })
  it('leaves no words in the audit log', () => {
    expect(Object.values(records(risky()).last ?? {})).not.toContain('In spring, she said')
  })
})

describe('the day on which they said it decides', () => {
  it('recorded after the end, said before it: in time, and the request can be reopened', () => {
    const story = risky().days(9)
    expect(story.request.outcome).toBe('not-verified')
    records(story, { at: '2026-06-05' })
    expect(story.message('reply').late).toBe(false)
    expect(adviceFor(story.request)[0]).toMatchObject({
      say: expect.stringContaining('answered in time'),
      steps: [{ command: 'reopen' }, {}],
    })
  })
  it('on the last day is in time; on the day after it is late', () => {
    expect(records(risky().days(9), { at: '2026-06-08' }).message('reply').late).toBe(false)
    const late = records(risky().days(9), { at: '2026-06-09' })
    expect(late.message('reply').late).toBe(true)
    expect(adviceFor(late.request)[0]?.say).toContain('after the time had run out')
  })
})

describe('a withdrawal', () => {
  it.each(recordedChannels)('by %s counts, and the close names the road', channel => {
    const story = records(aRequest().begun(), { channel, effect: 'withdraw' })
    expect(adviceFor(story.request)[0]?.steps[0]).toMatchObject({
      command: 'close',
      preset: { outcome: 'withdrawn' },
    })
    story.does(sam, 'close', { outcome: 'withdrawn', note: 'She called' })
    expect(story.request.outcome).toBe('withdrawn')
    expect(story.last).toMatchObject({ channel, saidOn: '2026-06-01' })
    expect(unreadMessages(story.request)).toEqual([])
  })
  it('stops what can’t be taken back as soon as it is recorded', () => {
    const story = records(aRequest().begun(), { effect: 'withdraw' })
    expect(tick(story)).toBe('unread-message')
    expect(waitingOn(story.request)).toBe('support')
  })
  it('counts before the mailbox is confirmed, too', () => {
    const story = records(aRequest(), { effect: 'withdraw' })
    story.does(sam, 'close', { outcome: 'withdrawn', note: 'By letter' })
    expect(story.request.outcome).toBe('withdrawn')
  })
  it('on the person’s own page is named as that', () => {
    const story = aRequest().begun().does(requester('the-request'), 'reply', { text: 'Please stop' })
    story.does(sam, 'close', { outcome: 'withdrawn', note: 'Asked to' })
    expect(story.last).toMatchObject({ channel: 'privacy-center' })
  })
  it('may be what somebody wrote in the forum, under the request for it', () => {
    const forum = records(aRequest(null, { type: 'forum-deletion' }).confirmed(), {
      channel: 'forum-post',
      effect: 'withdraw',
    })
    expect(forum.does(sam, 'close', { outcome: 'withdrawn', note: 'x' }).last).toMatchObject({
      channel: 'forum-post',
    })
  })
  it('comes too late once the deletion has begun, as on the page', () => {
    const story = records(aRequest().begun().ticked('gitlab-deletion', 1), { effect: 'withdraw' })
    expect(story.attempt(sam, 'close', { outcome: 'withdrawn', note: 'x' })).toBe('erasure-begun')
    expect(adviceFor(story.request)[0]?.steps[0]).toMatchObject({ command: 'mark-read' })
  })
  it('that comes too late is told to the person: the next step says so, and writes to them', () => {
    const story = records(aRequest().begun().ticked('gitlab-deletion', 1), { effect: 'withdraw' })
    const [first] = adviceFor(story.request)
    expect(first?.say).toContain('has begun and can’t be taken back')
    expect(first?.steps.map(({ command }) => command)).toEqual(['mark-read', 'send-message'])
    story.says('general-reply', { subject: 'Hello', body: 'Your groups are deleted already.' })
    expect(adviceFor(story.request)[0]?.say).toContain('Work the open tasks')
  })
})
