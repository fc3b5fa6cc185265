import { describe, expect, it } from 'vitest'
import { extensionReasons } from '@/lib/core/deadlines/law'
import { deadlineOf } from '@/lib/core/deadlines/of-request'
import { staffActor } from '@/lib/core/people/make-actor'
import { staffOf } from '@/tests/factories/staff'
import { priya, sam } from './cast'
import { aRequest } from './given'
import { type Given, local, type Runner, rules, zone } from './runner'

const due = ({ request }: Runner) => local(request.dueOn)
const of = (country?: string, region?: string, more: Given = {}) =>
  aRequest(
    { privateProjects: 1 },
    { rating: 'high', ...(country && { country }), ...(region && { region }), ...more },
  )

describe('the due date of a request', () => {
  it('is counted from submission, by the law of its jurisdiction, which is written on it with its version', () => {
    expect(due(of('NL'))).toBe('2026-07-01T23:59:59')
    expect(of('NL').request.dueRule).toMatch(/^gdpr@\d{4}-\d{2}-\d{2}$/)
    expect(due(of('US', 'US-CA'))).toBe('2026-07-16T23:59:59')
    expect(of('US', 'US-CA').request.dueRule).toMatch(/^us_ca@/)
  })
  it('is by the configured default where the jurisdiction is unknown', () => {
    expect(of().request.dueRule).toMatch(/^gdpr@/)
    expect(of('VN', undefined, { rules: { defaultLaw: 'us_ca' } }).request.dueRule).toMatch(/^us_ca@/)
  })
  it('is acknowledged by a date where the law has one', () => {
    const by = of('US', 'US-CA').request.acknowledgeBy
    expect(by && local(by)).toBe('2026-06-15T23:59:59')
    expect(of('NL').request.acknowledgeBy).toBeNull()
  })
  it('is the end of the day in the requester’s time zone, where known', () => {
    const story = of('US', 'US-CA', { theirZone: 'America/Los_Angeles', on: '2026-06-01T05:00' })
    expect(story.request.dueOn.toISOString()).toBe('2026-07-16T06:59:59.000Z')
    expect(local(of('US', 'US-CA', { on: '2026-06-01T05:00' }).request.dueOn)).toBe('2026-07-16T23:59:59')
  })
  it('moves past the closed days of the organisation, wherever the person lives', () => {
    expect(due(of('AT', undefined, { on: '2026-09-26T12:00' }))).toBe('2026-10-26T23:59:59')
    expect(due(of('NL', undefined, { holidays: ['2026-07-01'] }))).toBe('2026-07-02T23:59:59')
  })
  it('keeps the calendar with which it was received, so that a late one can’t be helped by closing the office', () => {
    const story = of('NL').begun().asked()
    const closed = [{ day: '2026-07-06', name: 'Moving house' }]
    story.rules = { ...story.rules, calendar: { country: null, region: null, closed } }
    expect(due(story.days(3).answered())).toBe('2026-07-06T23:59:59')
  })
  it('keeps running over holds, questions to Privacy and late work', () => {
    const story = aRequest().begun().held().days(10).released().escalated().days(10)
    expect(due(story)).toBe('2026-07-01T23:59:59')
  })
  it('is looked for anew where the region is another one', () => {
    const story = aRequest({}, { type: 'data-export', country: 'US' }).begun()
    expect(story.request.dueRule).toMatch(/^shortest-us@/)
    story.does(sam, 'record-region', { region: 'US-CA', note: 'They wrote so' })
    expect(story.request.dueRule).toMatch(/^us_ca@/)
    expect(due(story)).toBe('2026-07-16T23:59:59')
  })
})

describe('while identity information is awaited', () => {
  it('the clock of the EU and the United Kingdom is paused: an interval with its reason', () => {
    for (const country of ['NL', 'GB']) {
      const story = of(country).begun().asked()
      expect(story.request.pauses).toMatchObject([{ reason: 'identity', from: story.now, to: null }])
      // As if they answered at once: the date never becomes earlier when they do.
      expect(due(story)).toBe('2026-07-01T23:59:59')
      story.days(3).answered()
      expect(story.request.pauses[0]?.to).toEqual(story.now)
      // Three days stood still, or it counts from the third: 4 July is a Saturday.
      expect(due(story)).toBe('2026-07-06T23:59:59')
    }
  })
  it('California’s doesn’t, nor anybody else’s', () => {
    expect(due(of('US', 'US-CA').begun().asked().days(3).answered())).toBe('2026-07-16T23:59:59')
    expect(due(of('BR').begun().asked())).toBe(due(of('BR')))
  })
  it('doesn’t stand still for an owner, documents or help with an export', () => {
    const enterprise = aRequest({ enterprise: true }, { type: 'enterprise-deletion' }).begun()
    expect(due(enterprise.consented().ownerContacted())).toBe('2026-07-01T23:59:59')
    const story = aRequest({}, { type: 'data-export', country: 'NL' }).begun().selfServed()
    expect(due(story)).toBe('2026-07-01T23:59:59')
  })
  it('is recomputed from what has happened, never moved', () => {
    const story = of('NL').begun().asked().days(2).held().days(4).released().days(1).answered()
    const context = { now: story.now, timeZone: zone, rules, holidaysOf: () => () => null }
    expect(deadlineOf(story.request, context).dueOn).toEqual(story.request.dueOn)
    expect(due(story)).toBe('2026-07-08T23:59:59')
  })
})

describe('extend-deadline', () => {
  const words = 'The archive of 2011 is on tape.'
  const extend = (story: ReturnType<typeof of>, input: object = {}) =>
    story.attempt(priya, 'extend-deadline', { reason: 'complexity', words, ...input })

  it('is Privacy’s', () => {
    expect(of('NL').attempt(sam, 'extend-deadline', { reason: 'complexity' })).toBe('not-allowed')
  })
  it('sends Deadline Extended with the new date and the reason in words', () => {
    const story = of('NL')
    const before = story.request.dueOn.toISOString()
    expect(extend(story)).toBeNull()
    expect(due(story)).toBe('2026-09-01T23:59:59')
    expect(story.sent.at(-1)).toBe('deadline-extended')
    expect(story.variables('deadline-extended')).toEqual({
      due_on: before.slice(0, 10),
      new_due_on: '2026-09-01',
      extension_reason: expect.stringMatching(/complex/),
    })
    expect(story.request).toMatchObject({ extensionReason: 'complexity', extendedAt: story.now })
  })
  it.each([
    ['NL', undefined, ['complexity', 'number-of-requests']],
    ['GB', undefined, ['complexity', 'number-of-requests']],
    ['US', 'US-CA', ['complexity', 'number-of-requests', 'other']],
    ['US', 'US-VA', ['complexity', 'number-of-requests']],
    ['CA', 'CA-ON', ['interference', 'consultation', 'format-conversion']],
    ['CA', 'CA-QC', []],
    ['BR', undefined, []],
    ['TR', undefined, []],
    ['ZA', undefined, []],
  ])('takes only the law’s own reasons: %s %s %s', (country, region, reasons) => {
    const taken = extensionReasons.filter(reason => extend(of(country, region), { reason }) === null)
    expect(taken).toEqual(reasons)
  })
  it('has no other reasons', () => {
    expect(extend(of('NL'), { reason: 'holidays' })).toBe('invalid-input')
  })
  it('once', () => {
    const story = of('NL')
    extend(story)
    expect(extend(story, { reason: 'number-of-requests' })).toBe('already-extended')
  })
  it('only inside the first period', () => {
    const held = () => aRequest({}, { country: 'NL' }).begun().held()
    expect(extend(held().clock('2026-07-01T23:59:59'))).toBeNull()
    expect(extend(held().clock('2026-07-02T00:00'))).toBe('too-late')
  })
  it('where the law has no cap of its own, to a day that is told and later', () => {
    for (const country of ['CH', 'SG', 'NZ']) {
      const story = of(country)
      expect(extend(story)).toBe('invalid-input')
      expect(extend(story, { notifiedDay: '2026-06-15' })).toBe('invalid-input')
      expect(extend(story, { notifiedDay: '2026-02-30' })).toBe('invalid-input')
      expect(extend(story, { notifiedDay: '2026-09-09' })).toBeNull()
      expect(due(story)).toBe('2026-09-09T23:59:59')
    }
  })
  it('takes no day where the law says how long', () => {
    const story = of('NL')
    extend(story, { notifiedDay: '2027-10-09' })
    expect(due(story)).toBe('2026-09-01T23:59:59')
    expect(story.request.notifiedDay).toBeNull()
  })
  it('to an earlier day than the law’s limit, where one is chosen', () => {
    const story = of('NL')
    expect(extend(story, { until: '2026-07-20' })).toBeNull()
    expect(due(story)).toBe('2026-07-20T23:59:59')
    expect(story.variables('deadline-extended')).toMatchObject({ new_due_on: '2026-07-20' })
  })
  it('never beyond the law’s limit, and never to a day that the first period has already', () => {
    const story = of('NL')
    expect(extend(story, { until: '2026-09-02' })).toBe('beyond-limit')
    expect(extend(story, { until: '2026-07-01' })).toBe('invalid-input')
    expect(extend(story, { until: '2026-09-01' })).toBeNull()
  })
  it('says why in the organisation’s own words, too, which the audit log never holds', () => {
    const story = of('NL')
    extend(story, { words })
    expect(story.variables('deadline-extended').extension_reason).toBe(
      'Your request is complex, and it takes longer than usual to answer it properly. The archive of 2011 is on tape.',
    )
    expect(JSON.stringify(story.last)).not.toContain('tape')
  })
  it('wants those words of people at the desk, while programs may leave it at the coded reason', () => {
    expect(extend(of('NL'), { words: undefined })).toBe('invalid-input')
    const program = staffActor('a-token', 'privacy', 'token')
    expect(of('NL').attempt(program, 'extend-deadline', { reason: 'complexity' })).toBeNull()
  })
  it('for several requests of this person, never for how many requests there are in all', () => {
    const story = of('GB')
    extend(story, { reason: 'number-of-requests' })
    expect(story.variables('deadline-extended').extension_reason).toMatch(
      /^You have made several requests, and we answer them together\./,
    )
  })
  it('takes a second Privacy person where the law has no limit and the day is more than 90 days off', () => {
    const story = of('CH')
    const far = { notifiedDay: '2026-10-15' }
    expect(extend(story, far)).toBe('second-person')
    expect(extend(story, far)).toBe('second-person')
    expect(story.sent).not.toContain('deadline-extended')
    expect(due(story)).toBe('2026-07-01T23:59:59')
    const pat = staffOf('privacy', 'pat')
    expect(story.attempt(pat, 'extend-deadline', { reason: 'other', words, notifiedDay: '2026-10-16' })).toBe(
      'second-person',
    )
    expect(story.attempt(priya, 'extend-deadline', { reason: 'other', words, ...far })).toBeNull()
    expect(due(story)).toBe('2026-10-15T23:59:59')
    expect(story.request).toMatchObject({ longExtensionUntil: null, longExtensionById: null })
  })
  it.each(['2036-07-02', '2126-10-15', '9999-12-31'])(
    'never until %s, which is a slip in the year',
    notifiedDay => {
      const story = of('CH')
      expect(extend(story, { notifiedDay })).toBe('invalid-input')
      expect(story.request.longExtensionUntil).toBeNull()
    },
  )
  it('as long as a conversion needs in Canada, where the other reasons have a limit', () => {
    const until = '2026-09-15'
    expect(extend(of('CA', 'CA-ON'), { reason: 'consultation', until })).toBe('beyond-limit')
    const story = of('CA', 'CA-ON')
    expect(extend(story, { reason: 'format-conversion', until })).toBeNull()
    expect(due(story)).toBe('2026-09-15T23:59:59')
  })
  it('alone, up to the ninetieth day after the first due date', () => {
    expect(extend(of('CH'), { notifiedDay: '2026-09-29' })).toBeNull()
    expect(extend(of('CH'), { notifiedDay: '2026-09-30' })).toBe('second-person')
  })
  it('together with a pause counts both from the original start', () => {
    const story = of('NL').begun().asked().days(2).answered()
    extend(story)
    expect(due(story)).toBe('2026-09-03T23:59:59')
  })
  it('not on a closed request', () => {
    expect(extend(aRequest(null, { country: 'NL' }).begun())).toBe('illegal-state')
  })
})
