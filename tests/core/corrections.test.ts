import { describe, expect, it } from 'vitest'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { intakeSchema } from '@/lib/core/intake/intake'
import { answersFrom, intakeFrom, problemsOf } from '@/lib/core/intake/intake-form'
import { asksToOptOut } from '@/lib/core/intake/opt-out-signal'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { priya, sam } from './cast'
import { aRequest, type Story } from './given'

const typeNamed = (key: string) => requestTypes.get(key) ?? expect.unreachable()
const risky = { rating: 'high' } as const
const correction = (account = {}, given = {}): Story =>
  aRequest(account, { type: 'rectification', ...given }).begun()
const objection = () => aRequest({}, { type: 'objection', username: null }).confirmed()
const optOut = () => aRequest({}, { type: 'marketing-opt-out', username: null }).confirmed()

describe('a correction', () => {
  it('has one task for support: find it in each system, correct it, verify, tell the recipients', () => {
    const story = correction()
    expect(story.request.tasks.map(task => task.name)).toEqual(['Support Engineer (Correction)'])
    expect(story.task('correction').steps.map(step => step.key)).toEqual([
      'find',
      'correct',
      'verify',
      'tell-recipients',
    ])
    expect(story.completed('correction').request.outcome).toBe('fulfilled')
    expect(story.variables('request-fulfilled')).toMatchObject({
      done_items: [expect.stringMatching(/corrected your data/)],
    })
  })
  it('changes nothing before the questions have been answered', () => {
    const story = correction({ privateProjects: 1 }, risky)
    expect(story.tryTask('correction', 'tick-step', { step: 'find' })).toBe('not-destructive-yet')
    for (const resolution of ['not_found', 'exception'])
      expect(story.tryTask('correction', 'resolve', { resolution, note: 'Not yet' })).toBe(
        'not-destructive-yet',
      )
  })
  it('changes nothing on hold, nor with a question to Privacy open', () => {
    const step = { step: 'find' }
    expect(correction().held().tryTask('correction', 'tick-step', step)).toBe('on-hold')
    expect(correction().escalated().tryTask('correction', 'tick-step', step)).toBe('escalation-open')
  })
  it('that finds nothing to correct says so kindly, and is done', () => {
    const story = correction().onTask('correction', 'resolve', { resolution: 'not_found' })
    expect(story.request.outcome).toBe('fulfilled')
    expect(story.variables('request-fulfilled')).toMatchObject({
      done_items: ['We looked in each of our systems, and found nothing to correct there.'],
    })
  })
  it('that may not be made is an exception, which Privacy refuses with a ground', () => {
    const story = correction().onTask('correction', 'resolve', {
      resolution: 'exception',
      note: 'An invoice',
    })
    expect(waitingOn(story.request)).toBe('privacy')
    story.does(priya, 'close', { outcome: 'refused', note: 'Invoices stay as they were written.' })
    expect(story.request.outcome).toBe('refused')
    expect(story.variables('request-refused')).toMatchObject({
      ground: 'Invoices stay as they were written.',
    })
  })
  it('of an organisation’s account is the organisation’s', () => {
    expect(correction({ enterprise: true }).request.outcome).toBe('not-controller')
  })
})

describe('an objection', () => {
  it('is Privacy’s task as soon as the mailbox is confirmed', () => {
    const story = objection()
    expect(story.request.tasks.map(task => [task.name, task.team])).toEqual([
      ['Privacy (Objection)', 'privacy'],
    ])
    expect(story.told('privacy')).toEqual(['task-opened'])
    expect(story.tryTask('objection', 'tick-step', { step: 'weigh' }, sam)).toBe('not-allowed')
  })
  it('that is granted ends fulfilled', () => {
    expect(objection().completed('objection').request.outcome).toBe('fulfilled')
  })
  it('that is refused ends with a ground', () => {
    const story = objection().onTask('objection', 'resolve', { resolution: 'exception', note: 'A law' })
    expect(
      story.does(priya, 'close', { outcome: 'refused', note: 'A law demands it.' }).request.outcome,
    ).toBe('refused')
  })
})

describe('a marketing opt-out', () => {
  it('is the system’s: the address goes on the list as an opt-out, and nothing is erased', () => {
    const story = optOut()
    expect(story.request.tasks.map(task => task.team)).toEqual(['system'])
    story.onTask('marketing-opt-out', 'complete-system-task')
    expect(story.request).toMatchObject({ outcome: 'fulfilled', optedOutAt: story.now })
    expect(story.effects).toContainEqual({ kind: 'opt-out', addresses: [story.request.email] })
    expect(story.effects.map(({ kind }) => kind)).not.toContain('suppress')
  })
  it('that failed is done by Privacy, to the same end', () => {
    const story = optOut().onTask('marketing-opt-out', 'fail-system-task')
    story.onTask('marketing-opt-out', 'resolve', { resolution: 'complete' }, priya)
    expect(story.request.outcome).toBe('fulfilled')
    expect(story.effects).toContainEqual({ kind: 'opt-out', addresses: [story.request.email] })
  })
  it.each([
    ['US-CA', '2026-06-22'],
    [undefined, '2026-07-01'],
  ])('is due by the law’s own clock: %s', (region, due) => {
    const place = region ? { country: 'US', region } : { country: 'DE' }
    const { request } = aRequest({}, { type: 'marketing-opt-out', username: null, ...place })
    expect(request.dueOn.toISOString().slice(0, 10)).toBe(due)
  })
})

describe('a browser that signals an opt-out', () => {
  it('is heard', () => {
    expect([asksToOptOut('1'), asksToOptOut('0'), asksToOptOut(null)]).toEqual([true, false, false])
  })
  const sent = (type: string, keepOptOut?: string) => {
    const values: Record<string, string | undefined> = { email: 'robin@people.example', keepOptOut }
    return answersFrom(typeNamed(type), name => values[name])
  }
  it('has it kept for the address only where the person chose that', () => {
    expect(intakeSchema.parse(intakeFrom(sent('portal-deletion', 'yes'))).keepOptOut).toBe(true)
    expect(intakeSchema.parse(intakeFrom(sent('portal-deletion'))).keepOptOut).toBeUndefined()
    expect(problemsOf(typeNamed('portal-deletion'), sent('portal-deletion', 'yes'))).toEqual([])
  })
  it('has nothing more to keep where the request is an opt-out itself, or is about somebody else', () => {
    expect(sent('marketing-opt-out', 'yes').values).not.toHaveProperty('keepOptOut')
    expect(sent('deceased-deletion', 'yes').values).not.toHaveProperty('keepOptOut')
  })
  it('has it kept once the mailbox is confirmed, and not before', () => {
    const story = aRequest({}, { type: 'portal-deletion', username: null, keepOptOut: true })
    expect(story.request.optedOutAt).toBeNull()
    story.confirmed()
    expect(story.effects).toContainEqual({ kind: 'opt-out', addresses: [story.request.requesterEmail] })
    expect(story.request.optedOutAt).toEqual(story.now)
  })
  it('changes nothing for whom it wasn’t chosen', () => {
    const story = aRequest({}, { type: 'portal-deletion', username: null }).confirmed()
    expect(story.effects.map(({ kind }) => kind)).not.toContain('opt-out')
  })
})
