import type { Temporal } from 'temporal-polyfill'
import type { HolidayOn } from './closed-days'
import type { Law, Span } from './law'

const none: HolidayOn = () => null

/** Adds a span the way laws count: months by number, working days without weekends and holidays. */
export function add(
  start: Temporal.PlainDate,
  { n, unit }: Span,
  closedOn: HolidayOn = none,
): Temporal.PlainDate {
  if (unit === 'months') return start.add({ months: n })
  if (unit === 'days') return start.add({ days: n })
  let day = start
  for (let left = n; left > 0; ) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= 5 && closedOn(day) === null) left -= 1
  }
  return day
}

/** The last day of a period that would end on `due`, where the law moves it past days on which nothing is worked. */
export function roll(due: Temporal.PlainDate, rule: Law['roll'], closedOn: HolidayOn): Temporal.PlainDate {
  if (rule === 'none') return due
  const lastFree = rule === 'next-working-day' ? 6 : 7
  let day = due
  while (day.dayOfWeek >= lastFree || closedOn(day) !== null) day = day.add({ days: 1 })
  return day
}
