import { Temporal } from 'temporal-polyfill'
import type { Action } from '../request/request'
import { dayInWords, dayOf, endOfDay } from './days'
import type { Clock, Law, Span } from './law'
import { spanWords } from './law-labels'

/** Public holidays where the law counts or rolls by them; weekends are known without. */
export type IsHoliday = (day: Temporal.PlainDate) => boolean

export interface Pause {
  from: Date
  /** null: still standing still. */
  to: Date | null
}

export interface DeadlineInput {
  law: Law
  action: Action
  receivedAt: Date
  timeZone: string
  isHoliday?: IsHoliday
  pauses?: readonly Pause[]
  extended?: boolean
  /** Where the law has no cap of its own: the date that was notified. */
  notifiedDay?: string
  now: Date
}

export interface Deadline {
  acknowledgeBy: Date | null
  dueOn: Date
  /** The day that we aim at ourselves, where the law's entry has one and it comes first. */
  targetOn: Date | null
  /** The working, line by line: start, law, rule, pauses, extension, result. */
  working: string[]
}

const none: IsHoliday = () => false

/** The law's clock for an action; laws list every action, so one is always there. */
export function clockFor(law: Law, action: Action): Clock {
  const clock = law.clocks.find(clock => clock.actions.includes(action)) ?? law.clocks[0]
  if (!clock) throw new Error(`${law.id} has no clock`)
  return clock
}

/**
 * When an answer is due. Always computed anew from what happened, never by moving a former result; the day of receipt is not
 * counted, and an extension counts from the original start (Regulation 1182/71 art. 3 and the laws' own wording).
 */
export function deadline(input: DeadlineInput): Deadline {
  const { law, action, receivedAt, timeZone } = input
  const isHoliday = closedDays(law, input.isHoliday ?? none)
  const clock = clockFor(law, action)
  const start = dayOf(receivedAt, timeZone)
  const working = [
    `Received on ${dayInWords(start)} (${timeZone})`,
    `${law.name}: ${spanWords(clock.respond)}${setByPrivacy(law, action)}`,
  ]
  let due = add(start, clock.respond, isHoliday)
  if (input.extended && clock.extend) {
    due = extendedDay(start, clock, input.notifiedDay, isHoliday)
    working.push(
      clock.extend.by
        ? `Extended by ${spanWords(clock.extend.by)}, counted from receipt`
        : `Extended to the day that was notified`,
    )
  }
  const paused = pausedDays(input)
  if (paused > 0) {
    due = due.add({ days: paused })
    working.push(`Stood still for ${paused} ${paused === 1 ? 'day' : 'days'}`)
  }
  const rolled = roll(due, law.roll, isHoliday)
  if (!rolled.equals(due))
    working.push(`${dayInWords(due)} is not a working day there, so the next one counts`)
  working.push(`Due at the end of ${dayInWords(rolled)}`)
  const target =
    law.target && !input.extended ? add(start, law.target, isHoliday).add({ days: paused }) : null
  const aim = target && Temporal.PlainDate.compare(target, rolled) < 0 ? target : null
  const acknowledge = clock.acknowledge ? add(start, clock.acknowledge, isHoliday) : null
  return {
    acknowledgeBy: acknowledge ? endOfDay(acknowledge, timeZone) : null,
    dueOn: endOfDay(rolled, timeZone),
    targetOn: aim ? endOfDay(aim, timeZone) : null,
    working,
  }
}

/** The source of a clock that isn't the law's own. */
function setByPrivacy({ override, ...law }: Law, action: Action): string {
  if (!override) return ''
  const own = clockFor({ ...law, clocks: override.original }, action)
  return `, as Privacy set it (version ${override.version}; the law’s entry says ${spanWords(own.respond)})`
}

/** The days besides weekends on which nothing is worked, as this law sees it. */
function closedDays({ holidays, closedSeason }: Law, isHoliday: IsHoliday): IsHoliday {
  const inSeason: IsHoliday = day => {
    if (!closedSeason) return false
    const { from, to } = closedSeason
    const date = day.toString().slice(5)
    return from <= to ? from <= date && date <= to : from <= date || date <= to
  }
  return day => inSeason(day) || (holidays !== 'count' && isHoliday(day))
}

function extendedDay(
  start: Temporal.PlainDate,
  clock: Clock,
  notified: string | undefined,
  isHoliday: IsHoliday,
): Temporal.PlainDate {
  const by = clock.extend?.by
  if (!by) return notified ? Temporal.PlainDate.from(notified) : add(start, clock.respond, isHoliday)
  if (by.unit === clock.respond.unit)
    return add(start, { n: clock.respond.n + by.n, unit: by.unit }, isHoliday)
  return add(add(start, clock.respond, isHoliday), by, isHoliday)
}

/** Adds a span the way laws count: months by number, working days without weekends and holidays. */
export function add(
  start: Temporal.PlainDate,
  { n, unit }: Span,
  isHoliday: IsHoliday = none,
): Temporal.PlainDate {
  if (unit === 'months') return start.add({ months: n })
  if (unit === 'days') return start.add({ days: n })
  let day = start
  for (let left = n; left > 0; ) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= 5 && !isHoliday(day)) left -= 1
  }
  return day
}

function roll(due: Temporal.PlainDate, rule: Law['roll'], isHoliday: IsHoliday): Temporal.PlainDate {
  if (rule === 'none') return due
  const lastFree = rule === 'next-working-day' ? 6 : 7
  let day = due
  while (day.dayOfWeek >= lastFree || isHoliday(day)) day = day.add({ days: 1 })
  return day
}

/** Whole days on which the clock stood still; overlapping pauses count once. */
function pausedDays({ pauses = [], timeZone, now }: DeadlineInput): number {
  const still = new Set<string>()
  for (const { from, to } of pauses) {
    const end = dayOf(to ?? now, timeZone)
    for (
      let day = dayOf(from, timeZone);
      Temporal.PlainDate.compare(day, end) < 0;
      day = day.add({ days: 1 })
    )
      still.add(day.toString())
  }
  return still.size
}
