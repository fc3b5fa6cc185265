import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  dayOf,
  daysBetween,
  endOfDay,
  moveDays,
  parseDay,
  reminderBefore,
  windowEnd,
} from '@/lib/core/deadlines/days'
import { deadline } from '@/lib/core/deadlines/deadline'
import { europeanUnion } from '@/lib/core/deadlines/laws/european-union'
import fc from '@/tests/support/property'
import { at, local, zone } from './runner'

/** GDPR's month, by the general calculator. */
const oneMonthDue = (receivedAt: Date, timeZone: string, holidays: readonly string[] = []) => {
  const on = (day: { toString(): string }) => (holidays.includes(day.toString()) ? 'Closed' : null)
  const calendar = { name: 'the calendar', on }
  return deadline({ law: europeanUnion, action: 'erasure', receivedAt, timeZone, calendar, now: receivedAt })
    .dueOn
}

const easter = ['2026-04-03', '2026-04-06']
const due = (day: string, holidays: readonly string[] = []) =>
  local(oneMonthDue(at(`${day}T12:00`), zone, holidays)).slice(0, 10)

describe('one month from receipt', () => {
  it.each([
    ['2026-01-31', '2026-03-02', 'the last day of a shorter month, a Saturday, moves to Monday'],
    ['2026-08-31', '2026-09-30', 'the last day of a shorter month'],
    ['2026-06-01', '2026-07-01', 'the same-numbered day'],
    ['2026-07-15', '2026-08-17', 'a Saturday moves to Monday'],
    ['2026-01-15', '2026-02-16', 'a Sunday moves to Monday'],
    ['2028-01-30', '2028-02-29', 'a leap year’s last day'],
    ['2026-12-31', '2027-02-01', 'over the end of a year, a Sunday'],
  ])('%s → %s: %s', (received, day) => {
    expect(due(received)).toBe(day)
  })
  it('moves past a public holiday to the end of the next working day', () => {
    expect(due('2026-03-03', easter)).toBe('2026-04-07')
  })
  it('ends with the last second of the day in the organisation’s time zone', () => {
    expect(local(oneMonthDue(at('2026-06-01T00:00'), zone))).toBe('2026-07-01T23:59:59')
    expect(local(oneMonthDue(at('2026-06-01T23:59:59'), zone))).toBe('2026-07-01T23:59:59')
  })
  it('counts the day of receipt there, not elsewhere', () => {
    const nearMidnight = new Date('2026-06-01T22:30:00Z')
    expect(local(oneMonthDue(nearMidnight, zone))).toBe('2026-07-02T23:59:59')
    expect(oneMonthDue(nearMidnight, 'America/New_York').toISOString()).toBe('2026-07-02T03:59:59.000Z')
  })
  it('is what a slow and obvious calculator says', () => {
    fc.assert(
      fc.property(aDay, fc.array(fc.integer({ min: 0, max: 45 }), { maxLength: 6 }), (received, offsets) => {
        const holidays = offsets.map(days => step(received, days))
        expect(due(received, holidays)).toBe(slowMonth(received, holidays))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a response window', () => {
  it('is what a slow and obvious calculator says, on every day and at every hour', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(7, 10, 30),
        (day, minute, days) => {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          expect(local(windowEnd(at(`${day}T${time}`), days, zone))).toBe(`${step(day, days)}T23:59:59`)
        },
      ),
      { numRuns: 500 },
    )
  })
  it('is announced two days before its end', () => {
    fc.assert(
      fc.property(aDay, day => {
        const end = endOfDay(parseDay(day), zone)
        expect(local(reminderBefore(end, zone))).toBe(`${step(day, -2)}T00:00:00`)
      }),
    )
  })
})

describe('moving by days', () => {
  it('keeps the local time of day and is undone by moving back', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -400, max: 400 }), (day, days) => {
        const noon = at(`${day}T12:00`)
        const moved = moveDays(noon, days, zone)
        expect(local(moved)).toBe(`${step(day, days)}T12:00:00`)
        expect(moveDays(moved, -days, zone)).toEqual(noon)
        expect(daysBetween(noon, moved, zone)).toBe(days)
      }),
    )
  })
  it('a day that there is not is refused', () => {
    expect(() => parseDay('2026-02-29')).toThrow(RangeError)
    expect(dayOf(at('2026-10-25T23:59:59'), zone).toString()).toBe('2026-10-25')
  })
})

const aDay = fc
  .date({ min: new Date('2024-01-01T12:00:00Z'), max: new Date('2034-12-31T12:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

/** One day after or before the other, by counting. */
const step = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Walks forward day by day to the same number in the next month (or that month's last day), then to a working day. */
function slowMonth(received: string, holidays: readonly string[]): string {
  const monthOf = (day: string) => day.slice(0, 7)
  let day = received
  while (monthOf(day) === monthOf(received)) day = step(day, 1)
  while (day.slice(8) !== received.slice(8) && monthOf(step(day, 1)) === monthOf(day)) day = step(day, 1)
  while ([0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) || holidays.includes(day))
    day = step(day, 1)
  return Temporal.PlainDate.from(day).toString()
}
