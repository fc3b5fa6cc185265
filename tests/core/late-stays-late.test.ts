import { describe, expect, it } from 'vitest'
import { deadline } from '@/lib/core/deadlines/deadline'
import type { PauseReason } from '@/lib/core/deadlines/law'
import { laws } from '@/lib/core/deadlines/laws/index'
import { deadlineOf } from '@/lib/core/deadlines/of-request'
import type { Pause } from '@/lib/core/deadlines/pauses'
import { requestTypeKeys } from '@/lib/core/handbook/request-types/index'
import type { Action } from '@/lib/core/request/request'
import { system } from '@/tests/factories/system'
import fc from '@/tests/support/property'
import { priya, requester, sam } from './cast'
import { aRequest } from './given'
import { staysOverdue } from './holds-true'
import { inputsFor } from './inputs'
import { at, local, zone } from './runner'
import { aDay, step } from './slow-calendar'

const noon = (day: string) => at(`${day}T12:00`)

describe('an overdue request', () => {
  const late = () =>
    aRequest({ privateProjects: 1 }, { country: 'NL', rating: 'medium', on: '2026-10-27T12:00' })
      .begun()
      .clock('2026-11-29T12:00')

  it('stays overdue when the person is asked for proof only now', () => {
    const story = late()
    expect(local(story.request.dueOn)).toBe('2026-11-27T23:59:59')
    story.asked()
    expect(local(story.request.dueOn)).toBe('2026-11-27T23:59:59')
    expect(local(story.days(3).answered().request.dueOn)).toBe('2026-11-27T23:59:59')
  })
  it('can’t be extended after that either', () => {
    const story = late()
    const extend = () => story.attempt(priya, 'extend-deadline', { reason: 'complexity', words: 'Words' })
    expect(extend()).toBe('too-late')
    story.asked()
    expect(extend()).toBe('too-late')
    story.days(1).answered()
    expect(extend()).toBe('too-late')
  })
  it('stays overdue when the place is corrected to one whose law gives longer', () => {
    const story = late()
    const due = story.request.dueOn
    story.does(priya, 'correct-jurisdiction', { country: 'US', region: 'US-CA', note: 'They wrote so.' })
    expect(story.request.dueRule).toMatch(/^us_ca@/)
    expect(story.request.dueOn).toEqual(due)
    expect(story.facts.at(-1)).toMatchObject({ overdueSince: due.toISOString() })
    expect(deadlineOf(story.request, story.context(priya)).working.slice(-2)).toEqual([
      'That would be the end of 11 Dec 2026',
      'It was due at the end of 27 Nov 2026, and overdue before this was counted: it stays overdue',
    ])
  })
  it('can’t be extended under the other law, and stays overdue there when proof is asked for', () => {
    const story = late().does(priya, 'correct-jurisdiction', {
      country: 'US',
      region: 'US-CA',
      note: 'They wrote so.',
    })
    expect(story.attempt(priya, 'extend-deadline', { reason: 'complexity', words: 'Words' })).toBe('too-late')
    story.asked().days(2).answered()
    expect(local(story.request.dueOn)).toBe('2026-11-27T23:59:59')
  })
  it('moves to the earlier day of a law that gives less', () => {
    const story = late().does(priya, 'correct-jurisdiction', { country: 'BR', note: 'They wrote so.' })
    expect(local(story.request.dueOn)).toBe('2026-11-11T23:59:59')
    expect(story.request.overdueSince).toBeNull()
  })
  it('stays overdue as a request of another type, too', () => {
    const story = aRequest({}, { country: 'CO', type: 'data-access', on: '2026-10-27T12:00' })
      .begun()
      .clock('2026-11-12T12:00')
    const due = story.request.dueOn
    expect(due < story.now).toBe(true)
    story.does(priya, 'retype', { type: 'individual-deletion', note: 'They meant that.' })
    expect(story.request.dueOn).toEqual(due)
  })
  it('that isn’t overdue yet gets the longer time of the other law', () => {
    const story = aRequest({}, { country: 'NL', on: '2026-10-27T12:00' }).begun()
    story.does(priya, 'correct-jurisdiction', { country: 'US', region: 'US-CA', note: 'They wrote so.' })
    expect(local(story.request.dueOn)).toBe('2026-12-11T23:59:59')
    expect(story.request.overdueSince).toBeNull()
  })
  it('stays overdue in any order of questions, answers and extensions, under any law', () => {
    const anAct = fc.oneof(
      fc.record({
        does: fc.constant('ask' as const),
        for: fc.constantFrom<PauseReason>('identity', 'clarification'),
      }),
      fc.record({ does: fc.constantFrom('answer' as const, 'extend' as const, 'nothing' as const) }),
    )
    const anAction = fc.constantFrom<Action>('erasure', 'access', 'objection')
    const aStory = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), anAct), { maxLength: 12 })
    const closed = fc.array(fc.integer({ min: 20, max: 120 }), { maxLength: 6 })
    fc.assert(
      fc.property(
        fc.constantFrom(...laws),
        anAction,
        aDay,
        aStory,
        closed,
        (law, action, received, story, offsets) => {
          const holidays = offsets.map(days => step(received, days))
          const calendar = {
            name: '',
            on: (day: object) => (holidays.includes(String(day)) ? 'Closed' : null),
          }
          let pauses: Pause[] = []
          let toldAt: Date | undefined
          let now = received
          let overdue: number | undefined
          const count = () =>
            deadline({
              law,
              action,
              receivedAt: noon(received),
              timeZone: zone,
              calendar,
              pauses,
              extended: toldAt !== undefined,
              toldAt,
              notifiedDay: law.clocks.some(clock => clock.extend?.by === null)
                ? step(received, 80)
                : undefined,
              now: noon(now),
            })
          for (const [days, act] of story) {
            now = step(now, days)
            const { dueOn, firstEndsOn } = count()
            if (overdue === undefined && noon(now) > dueOn) overdue = +dueOn
            if (overdue !== undefined) expect(+dueOn).toBe(overdue)
            if (act.does === 'ask') pauses = [...pauses, { reason: act.for, from: noon(now), to: null }]
            if (act.does === 'answer') pauses = pauses.map(pause => ({ ...pause, to: pause.to ?? noon(now) }))
            if (act.does === 'extend' && noon(now) <= firstEndsOn) toldAt ??= noon(now)
          }
        },
      ),
      { numRuns: 1500 },
    )
  }, 60_000)
})

const places = [
  'NL',
  'BR',
  'CO',
  'ID',
  'GB',
  'HK',
  'CH',
  'KE',
  'TH',
  'US',
  'US-CA',
  'US-VA',
  'CA-QC',
  'ZA',
] as const
const aCorrection = fc.oneof(
  fc.constantFrom(...places).map(place => {
    const [country = place, region] = place.split('-')
    return [
      'correct-jurisdiction',
      { country, note: 'They wrote so.', ...(region && { region: place }) },
    ] as const
  }),
  fc.constantFrom(...requestTypeKeys).map(type => ['retype', { type, note: 'They meant that.' }] as const),
)
const anyAct = fc.oneof(
  { weight: 4, arbitrary: aCorrection },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...Object.keys(inputsFor))
      .chain(name => fc.nat(9).map(pick => [name, pick] as const)),
  },
)

describe('in any order of commands, replies and corrections', () => {
  it.each(requestTypeKeys)(
    '%s: a request that was overdue stays overdue',
    type => {
      const actors = [priya, sam, system]
      fc.assert(
        fc.property(
          fc.constantFrom(...places),
          fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat(2), anyAct), { maxLength: 25 }),
          (place, acts) => {
            const [country = place, region] = place.split('-')
            const story = aRequest(
              { privateProjects: 1 },
              { type, country, ...(region && { region: place }) },
            )
            story.attempt(requester(story.request.id), 'confirm')
            story.attempt(system, 'record-check-results')
            story.watch = (before, after) => staysOverdue(before, after, story.context(system))
            for (const [days, who, [name, given]] of acts) {
              story.now = at(`${step(local(story.now).slice(0, 10), days)}T12:00`)
              const input = typeof given === 'number' ? inputsFor[name]?.(story)[given] : given
              const replies = ['reply', 'answer-questions', 'confirm', 'withdraw'].includes(name)
              const actor = replies ? requester(story.request.id) : (actors[who] ?? system)
              if (input) story.attempt(actor, name, input)
            }
          },
        ),
        { numRuns: Number(process.env.WALKS ?? 40) },
      )
    },
    120_000,
  )
})

describe('an answer that is awaited', () => {
  const asked = () =>
    aRequest({ privateProjects: 1 }, { country: 'NL', rating: 'medium', on: '2026-06-01T12:00' })
      .begun()
      .clock('2026-06-29T12:00')
      .asked()

  it('never makes the date earlier when it comes', () => {
    const story = asked()
    const before = story.request.dueOn
    expect(local(before)).toBe('2026-07-01T23:59:59')
    story.days(2).answered()
    expect(local(story.request.dueOn)).toBe('2026-07-03T23:59:59')
  })
  it('moves the date on before anybody would be reminded of it, so that nothing looks overdue meanwhile', () => {
    const story = asked().days(2)
    expect(story.attempt(system, 'remind-deadline')).toBeNull()
    expect(local(story.request.dueOn)).toBe('2026-07-03T23:59:59')
    expect(story.told('support-engineer')).not.toContain('deadline-reminder')
    expect(story.told('privacy')).not.toContain('deadline-today')
  })
})
