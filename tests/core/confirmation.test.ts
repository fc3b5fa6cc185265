import { describe, expect, it } from 'vitest'
import { system } from '@/tests/factories/system'
import { requester, sam } from './cast'
import { aRequest } from './given'
import { local } from './runner'

const robin = requester('the-request')

describe('a submitted request', () => {
  it('exists from the moment the form was sent, even if no account does', () => {
    const story = aRequest(null)
    expect(story.state).toBe('submitted')
    expect(story.sent).toEqual(['request-received'])
  })
  it('counts its legal clock from submission, not from confirmation', () => {
    const story = aRequest({}, { on: '2026-06-01T12:00' })
    const { dueOn } = story.request
    expect(local(dueOn)).toBe('2026-07-01T23:59:59')
    expect(story.days(5).begun().request.dueOn).toEqual(dueOn)
  })
  it('runs nothing and opens no task before the mailbox is confirmed', () => {
    const story = aRequest()
    expect(story.effects.map(effect => effect.kind)).toEqual(['message'])
    expect(story.request.tasks).toEqual([])
    expect(story.attempt(system, 'record-check-results')).toBe('illegal-state')
  })
})

describe('confirming the mailbox', () => {
  it('starts the checks', () => {
    const story = aRequest().confirmed()
    expect(story.state).toBe('checking')
    expect(story.request.confirmedAt).toEqual(story.now)
    expect(story.effects).toContainEqual({ kind: 'run-checks' })
  })
  it('closes the confirmation window', () => {
    expect(aRequest().confirmed().windowEnds).toEqual([])
  })
  it('is the requester’s alone: nobody confirms for them', () => {
    expect(aRequest().attempt(sam, 'confirm')).toBe('not-allowed')
    expect(aRequest().attempt(system, 'confirm')).toBe('not-allowed')
  })
  it('happens once', () => {
    expect(aRequest().confirmed().attempt(robin, 'confirm')).toBe('illegal-state')
  })
  it('through a secondary address also tells the primary one', () => {
    const story = aRequest({ email: 'primary@people.example' }, { email: 'second@people.example' }).begun()
    expect(story.sent).toContain('security-notice')
    const notice = story.effects.find(effect => effect.kind === 'message' && effect.key === 'security-notice')
    expect(notice).toMatchObject({ to: 'account-address' })
  })
  it('through a mailbox of somebody else’s choosing also tells the primary one', () => {
    expect(aRequest({}, { requesterEmail: 'elsewhere@people.example' }).begun().sent).toContain(
      'security-notice',
    )
  })
  it.each(['robin@people.example', '  ROBIN@People.Example '])(
    'through the primary one (%s) tells nobody',
    email => {
      expect(aRequest({}, { email }).begun().sent).not.toContain('security-notice')
    },
  )
})

describe('“I didn’t ask for this”', () => {
  const disowned = aRequest().does(robin, 'disown')

  it('closes it as unconfirmed and sends nothing', () => {
    expect(disowned.request).toMatchObject({ state: 'closed', outcome: 'unconfirmed' })
    expect(disowned.sent).toEqual(['request-received'])
  })
  it('mutes that mailbox for 7 days', () => {
    const mute = disowned.effects.find(effect => effect.kind === 'mute-mailbox')
    expect(mute && local(mute.until)).toBe('2026-06-08T12:00:00')
  })
  it('makes its links worthless', () => {
    expect(disowned.effects).toContainEqual({ kind: 'revoke-links' })
  })
  it('is for a request that was not confirmed', () => {
    expect(aRequest().confirmed().attempt(robin, 'disown')).toBe('illegal-state')
  })
})

describe('a request not confirmed in 7 days', () => {
  it('stays open to the end of the seventh day', () => {
    expect(aRequest().clock('2026-06-08T23:59:59').state).toBe('submitted')
  })
  it('then closes as unconfirmed, by the system, and sends nothing', () => {
    const story = aRequest().clock('2026-06-09T00:00')
    expect(story.request).toMatchObject({ state: 'closed', outcome: 'unconfirmed' })
    expect(story.sent).toEqual(['request-received'])
    expect(story.last).toMatchObject({ command: 'lapse-window', by: 'system' })
  })
  it('gets no reminder', () => {
    expect(aRequest().clock('2026-06-07T12:00').sent).not.toContain('reminder')
  })
  it('can be sent its link again, which changes nothing else', () => {
    const story = aRequest().days(3).does(sam, 'resend-confirmation')
    expect(story.sent).toEqual(['request-received', 'request-received'])
    expect(story.windowEnds).toEqual(['2026-06-08T23:59:59'])
  })
})
