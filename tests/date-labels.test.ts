import { describe, expect, test } from 'vitest'
import { daysFrom, dueWords, exactTime, nearWords } from '@/components/ui/date-labels'

const amsterdam = 'Europe/Amsterdam'
const noon = new Date('2026-12-14T11:00:00Z')

describe('dates in words', () => {
  test('the exact time names its zone', () => {
    expect(exactTime(new Date('2026-12-17T22:59:00Z'), amsterdam)).toBe('17 Dec 2026, 23:59 CET')
    expect(exactTime(new Date('2026-07-01T22:00:00Z'), amsterdam)).toBe('2 Jul 2026, 00:00 CEST')
  })
  test('days are counted on the calendar of the zone, not in spans of 24 hours', () => {
    const lateEvening = new Date('2026-12-14T22:30:00Z')
    const soonAfter = new Date('2026-12-14T23:30:00Z')
    expect(daysFrom(lateEvening, soonAfter, amsterdam)).toBe(1)
    expect(daysFrom(lateEvening, soonAfter, 'UTC')).toBe(0)
  })
  test('a day of 23 hours is a day', () => {
    expect(daysFrom(new Date('2026-03-28T12:00:00Z'), new Date('2026-03-29T12:00:00Z'), amsterdam)).toBe(1)
  })
  test('a due date is ahead, today, or overdue', () => {
    expect(dueWords(new Date('2026-12-17T22:59:59Z'), noon, amsterdam)).toBe('due in 3 days')
    expect(dueWords(new Date('2026-12-15T22:59:59Z'), noon, amsterdam)).toBe('due tomorrow')
    expect(dueWords(new Date('2026-12-14T22:59:59Z'), noon, amsterdam)).toBe('due today')
    expect(dueWords(new Date('2026-12-14T10:00:00Z'), noon, amsterdam)).toBe('overdue since today')
    expect(dueWords(new Date('2026-12-13T22:59:59Z'), noon, amsterdam)).toBe('overdue by 1 day')
    expect(dueWords(new Date('2026-12-12T22:59:59Z'), noon, amsterdam)).toBe('overdue by 2 days')
  })
  test('what is near is told by its distance, what is far by its date', () => {
    expect(nearWords(new Date('2026-12-14T08:05:00Z'), noon, amsterdam)).toBe('today, 09:05')
    expect(nearWords(new Date('2026-12-13T08:05:00Z'), noon, amsterdam)).toBe('yesterday, 09:05')
    expect(nearWords(new Date('2026-12-10T08:05:00Z'), noon, amsterdam)).toBe('4 days ago')
    expect(nearWords(new Date('2026-10-10T08:05:00Z'), noon, amsterdam)).toBe('10 Oct 2026')
  })
})
