import { describe, expect, it } from 'vitest'
import { findMessage } from '@/emails'
import { adviceFor } from '@/lib/core/advice/next-step'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { staffActor } from '@/lib/core/people/make-actor'
import { openWindow } from '@/lib/core/request/current'
import { renderMessage } from '@/lib/mail/render'
import { system } from '@/tests/factories/system'
import { requester, sam } from './cast'
import { aRequest } from './given'
import { local } from './runner'

const robin = requester('the-request')
const question = 'high-risk-gitlab-account-verification-question'
const risky = (on = '2026-06-01T12:00') => aRequest({ privateProjects: 1 }, { rating: 'high', on }).begun()

describe('a window of 7 calendar days', () => {
  it.each([
    ['from the day after sending to the end of the last day', '2026-06-01T12:00', '2026-06-08T23:59:59'],
    ['however early in the day', '2026-06-01T00:00', '2026-06-08T23:59:59'],
    ['however late in the day', '2026-06-01T23:59:59', '2026-06-08T23:59:59'],
    ['over the night in which clocks go forward', '2026-03-25T12:00', '2026-04-01T23:59:59'],
    ['ending on the day of 23 hours', '2026-03-22T12:00', '2026-03-29T23:59:59'],
    ['ending on the day of 25 hours', '2026-10-18T12:00', '2026-10-25T23:59:59'],
    ['over the end of a year', '2026-12-28T12:00', '2027-01-04T23:59:59'],
  ])('runs %s', (_how, on, end) => {
    expect(risky(on).asked().windowEnds).toEqual([end])
  })
  it('on a day of 25 hours ends an hour later by any other clock', () => {
    const ends = openWindow(risky('2026-10-18T12:00').asked().request, 'verification')?.endsAt
    expect(ends?.toISOString()).toBe('2026-10-25T22:59:59.000Z')
  })
  it('starts when the mail server has accepted the message, not when it was sent', () => {
    const story = risky()
    story.mailServer = 'silent'
    story.asked().days(3)
    expect(story.windowEnds).toEqual([])
    story.does(system, 'record-delivery', { message: story.message(question).id, result: 'accepted' })
    expect(story.windowEnds).toEqual(['2026-06-11T23:59:59'])
  })
})

describe('a question whose mail is', () => {
  it.each(['bounced', 'uncertain'] as const)('%s opens no window and makes a staff notice', result => {
    const story = risky()
    story.mailServer = result
    story.asked()
    expect(story.windowEnds).toEqual([])
    expect(story.told('support-engineer')).toContain(result)
    expect(waitingOn(story.request)).toBe('support')
    expect(adviceFor(story.request)[0]?.steps[0]?.command).toBe('settle-delivery')
    expect(story.days(30).state).toBe('verifying')
  })
  it('uncertain, then known to have arrived, opens the window from then', () => {
    const story = risky()
    story.mailServer = 'uncertain'
    story
      .asked()
      .days(2)
      .does(sam, 'settle-delivery', { message: story.message(question).id, delivered: true })
    expect(story.windowEnds).toEqual(['2026-06-10T23:59:59'])
  })
  it('uncertain is sent again only when a person says so', () => {
    const story = risky()
    story.mailServer = 'uncertain'
    story.asked().days(10)
    expect(story.effects.map(effect => effect.kind)).not.toContain('settle-mail')
    const { id } = story.message(question)
    story.does(sam, 'settle-delivery', { message: id, delivered: false })
    expect(story.effects).toContainEqual({ kind: 'settle-mail', messageId: id, as: 'queued' })
    expect(story.windowEnds).toEqual([])
  })
  it('accepted can’t be settled', () => {
    const story = risky().asked()
    const input = { message: story.message(question).id, delivered: true }
    expect(story.attempt(sam, 'settle-delivery', input)).toBe('not-uncertain')
  })
  it('reported twice as accepted opens one window', () => {
    const story = risky().asked().days(2)
    story.attempt(system, 'record-delivery', { message: story.message(question).id, result: 'accepted' })
    expect(story.windowEnds).toEqual(['2026-06-08T23:59:59'])
  })
})

describe('silence', () => {
  it('is none before the end of the last day', () => {
    const story = risky().asked().clock('2026-06-08T23:59:59')
    expect(story.state).toBe('verifying')
  })
  it('then fails the verification: exception, Failed Verification, not-verified', () => {
    const story = risky().asked().clock('2026-06-09T00:00')
    expect(story.request).toMatchObject({ state: 'closed', outcome: 'not-verified' })
    expect(story.task('gitlab-deletion')).toMatchObject({
      resolution: 'exception',
      note: expect.stringMatching(/failed to respond to verification/),
    })
    expect(story.message('failed-verification').sender).toBe('system')
  })
  it('is acted on by the system itself, and the audit says so', () => {
    const story = risky().asked().clock('2026-06-09T00:00')
    expect(story.last).toMatchObject({ by: 'system', command: 'lapse-window', lapsed: 'verification' })
  })
  it('is nobody else’s to declare', () => {
    const story = risky().asked()
    const window = story.request.windows.at(-1)?.id
    expect(story.attempt(sam, 'lapse-window', { window })).toBe('not-allowed')
    expect(story.attempt(system, 'lapse-window', { window })).toBe('illegal-state')
  })
})

describe('a reminder', () => {
  it('goes out two days before the end, once', () => {
    const story = risky().asked()
    expect(story.clock('2026-06-05T23:59').sent).not.toContain('reminder')
    expect(story.clock('2026-06-06T08:00').sent.at(-1)).toBe('reminder')
    expect(story.clock('2026-06-07T08:00').sent.filter(item => item === 'reminder')).toHaveLength(1)
  })
  it('doesn’t go to a person who has answered', () => {
    expect(risky().asked().answered().clock('2026-06-06T08:00').sent).not.toContain('reminder')
  })
  it('never comes early, for any actor', () => {
    const story = risky().asked()
    const window = story.request.windows.at(-1)?.id
    expect(story.attempt(system, 'send-reminder', { window })).toBe('illegal-state')
  })
  it('of what the organisation’s owner has to decide asks nothing of the person', () => {
    const waiting = aRequest({ enterprise: true }).begun().consented().ownerContacted().days(9)
    const said = (story: typeof waiting) =>
      renderMessage(findMessage('reminder'), {
        window_ends_on: '11 June 2026',
        ...(story.variables('reminder').awaited_from ? { awaited_from: 'your organisation’s owner' } : {}),
        reference: 'PR-1',
        greeting: 'Hello,',
        request_type: 'a deletion',
        link: 'https://privacy.example/r/1',
      })
    expect(said(waiting)).toMatchObject({
      text: expect.stringMatching(/^(?!.*an answer from you).*We asked your organisation’s owner/s),
    })
    expect(said(risky().asked().days(5))).toMatchObject({
      text: expect.stringContaining('an answer from you'),
    })
  })
  it('doesn’t follow the end, when the worker was away', () => {
    const story = risky().asked().clock('2026-06-20T08:00')
    expect(story.sent).not.toContain('reminder')
    expect(story.request.outcome).toBe('not-verified')
  })
})

describe('while a hold is open', () => {
  it('windows don’t run out and nobody is reminded', () => {
    const story = risky().asked().held().days(30)
    expect(story.state).toBe('verifying')
    expect(story.sent).not.toContain('reminder')
  })
  it('an answer is in time, however late it comes', () => {
    const story = risky().asked().held().days(30).answered()
    expect(story.message('answers').late).toBe(false)
  })
  it('its days are given back afterwards', () => {
    const story = risky().asked().days(2).held().days(10).released()
    expect(story.windowEnds).toEqual(['2026-06-18T23:59:59'])
    expect(story.days(3).sent).toContain('reminder')
  })
  it('holds that overlap give back the whole standstill', () => {
    const story = risky().asked().days(1).held().days(6).held().days(1)
    const [first, second] = story.request.holds
    story.days(1)
    const release = (id: string | undefined) =>
      story.does(staffActor(sam.id, 'privacy', 'browser'), 'release-hold', { hold: id, note: 'Settled' })
    release(first?.id)
    expect(story.windowEnds).toEqual(['2026-06-08T23:59:59'])
    story.days(4)
    release(second?.id)
    expect(story.windowEnds).toEqual(['2026-06-20T23:59:59'])
  })
  it('holds one after the other give back each their own', () => {
    const story = risky().asked().held().days(2).released().days(1).held().days(3).released()
    expect(story.windowEnds).toEqual(['2026-06-13T23:59:59'])
  })
  it('a window that opened during it gets back only its own days', () => {
    const story = risky().held().days(10).asked().days(2).released()
    expect(local(story.now)).toBe('2026-06-13T12:00:00')
    expect(story.windowEnds).toEqual(['2026-06-20T23:59:59'])
  })
})

describe('a reply after the end', () => {
  const late = risky().asked().clock('2026-06-09T00:00')
  it('is kept, flagged as late, and offers Reopen', () => {
    late.does(robin, 'reply', { text: 'I was away' })
    expect(late.message('reply')).toMatchObject({ late: true, direction: 'in' })
    expect(late.effects.findLast(effect => effect.kind === 'received')).toMatchObject({ body: 'I was away' })
    expect(waitingOn(late.request)).toBe('support')
    expect(adviceFor(late.request)[0]?.steps.map(step => step.command)).toContain('reopen')
  })
  it('reopens nothing by itself', () => {
    expect(late.state).toBe('closed')
    expect(late.attempt(robin, 'reopen', { reason: 'Please' })).toBe('not-allowed')
    expect(late.attempt(robin, 'answer-questions', { answers: {} })).toBe('illegal-state')
  })
})
