import type { Temporal } from 'temporal-polyfill'
import type { Action } from '../request/request'
import { type ClosedDays, type HolidayOn, weekday } from './closed-days'
import { dayInWords } from './days'
import type { Clock, Law, PauseReason } from './law'
import { spanWords } from './law-labels'
import { type CountedPause, daysLeftOut } from './pauses'

type Day = Temporal.PlainDate

interface Ran {
  start: Day
  end: Day
  rolled: Day
  pauses: readonly CountedPause[]
}

/** What the words are about. */
export interface Counted {
  law: Law
  action: Action
  clock: Clock
  received: Day
  /** The time zone in which days are counted, in words. */
  zone: string
  calendar: ClosedDays
  closedOn: HolidayOn
  /** The first period, and the one that counts. */
  first: Ran
  ran: Ran
  /** The due date that had passed when this one was counted. */
  missed: Day | null
  extension: { inTime: boolean; toldOn: Day | undefined; chosen: Day | undefined } | null
}

/** How a due date was worked out, line by line. */
export function workingOf(counted: Counted): string[] {
  const { law, action, clock, received, zone, first, ran, missed, extension } = counted
  const isOpen = ran.pauses.some(pause => pause.isOpen && pause.counts)
  return [
    `Received on ${dayInWords(received)} (${zone})`,
    `${law.name}: ${spanWords(clock.respond)}${setByPrivacy(law, clock, action)}`,
    ...skipped(counted),
    ...ran.pauses.map(pause => pauseLine(pause, received)),
    ...(extension ? [extensionLine(clock, first, extension)] : []),
    ...rollLine(counted),
    ...(missed
      ? [
          `That would be the end of ${dayInWords(ran.rolled)}`,
          `It was due at the end of ${dayInWords(missed)}, and overdue before this was counted: it stays overdue`,
        ]
      : [`${isOpen ? 'If they answer today: due' : 'Due'} at the end of ${dayInWords(ran.rolled)}`]),
    ...(!extension && !missed && clock.extend
      ? [`An extension has to be told by ${dayInWords(first.rolled)}`]
      : []),
  ]
}

/** The source of a clock that isn't the law's own. */
function setByPrivacy({ override }: Law, clock: Clock, action: Action): string {
  if (!override) return ''
  const own = override.original.find(({ actions }) => actions.includes(action)) ?? clock
  return `, as Privacy set it (version ${override.version}; the law’s entry says ${spanWords(own.respond)})`
}

/** The days besides weekends that a count of working days left out. */
function skipped({ clock, calendar, closedOn, first, ran, extension }: Counted): string[] {
  const counts = [clock.respond, ...(extension?.inTime && clock.extend?.by ? [clock.extend.by] : [])]
  if (!counts.some(({ unit }) => unit === 'working-days') || extension?.chosen) return []
  const left: string[] = []
  for (let day = first.start.add({ days: 1 }); day.until(ran.end).sign >= 0; day = day.add({ days: 1 })) {
    const why = day.dayOfWeek <= 5 ? closedOn(day) : null
    if (why) left.push(`${dayInWords(day)} (${why})`)
  }
  return left.length > 0 ? [`No working days in ${calendar.name}: ${left.join(', ')}`] : []
}

const awaited: Readonly<Record<PauseReason, string>> = {
  identity: 'proof of identity',
  clarification: 'a clarification',
}

const days = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`

function pauseLine(pause: CountedPause, received: Day): string {
  const { rule, from, to, isOpen, isUnanswered, counts } = pause
  const asked = `Asked for ${awaited[rule.reason]} on ${dayInWords(from)}, ${days(received.until(from).days)} after receipt`
  if (!counts) return `${asked}: after the period had ended, so it moves nothing`
  const over = `${isUnanswered ? 'not answered by' : 'answered on'} ${dayInWords(to)}`
  const answered = isOpen ? 'not answered yet' : over
  const left = daysLeftOut(pause).length
  const effect = {
    'stands-still': `paused for ${days(left)}`,
    'leaves-out-both-days': `stood still for ${days(left)}, both days included`,
    'begins-anew': `counted from ${dayInWords(to)}`,
  }[rule.how]
  return `${asked}, ${answered}: ${effect}`
}

function extensionLine(
  { extend }: Clock,
  first: Ran,
  { inTime, toldOn, chosen }: NonNullable<Counted['extension']>,
): string {
  const told = toldOn ? `, told on ${dayInWords(toldOn)}` : ''
  const end = dayInWords(first.rolled)
  if (!inTime) return `An extension${told}, after the first period had ended on ${end}: it moves nothing`
  const by = chosen
    ? `Extended to ${dayInWords(chosen)}, the day that was notified`
    : extend?.by
      ? `Extended by ${spanWords(extend.by)}, counted from ${first.pauses.length > 0 ? 'the start' : 'receipt'}`
      : 'Extended'
  return `${by}${told}; the first period ended on ${end}`
}

/** Why the last day moved, where it did. */
function rollLine({ law, calendar, closedOn, ran: { end, rolled } }: Counted): string[] {
  if (rolled.equals(end)) return []
  const reasons: string[] = []
  for (let day = end; day.until(rolled).sign > 0; day = day.add({ days: 1 })) {
    const holiday = closedOn(day)
    if (holiday) reasons.push(`${weekday(day)} ${dayInWords(day)} is ${holiday} in ${calendar.name}`)
    else if (reasons.length === 0) reasons.push(`${weekday(day)} ${dayInWords(day)} is no working day`)
  }
  const next = law.roll === 'holidays-and-sundays' ? 'next day that is open' : 'next working day'
  return [`${reasons.join(', ')}, so the ${next} counts`]
}
