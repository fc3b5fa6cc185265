import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadline } from '@/lib/core/deadlines/deadline'
import type { PauseReason } from '@/lib/core/deadlines/law'
import { laws } from '@/lib/core/deadlines/laws/index'
import type { Pause } from '@/lib/core/deadlines/pauses'
import type { Action } from '@/lib/core/request/request'
import { system } from '@/tests/factories/system'
import { priya } from './cast'
import { aRequest } from './given'
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
