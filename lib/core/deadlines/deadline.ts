import { Temporal } from 'temporal-polyfill'
import type { Action } from '../request/request'
import { type ClosedDays, closedUnder, type HolidayOn, onlyWeekends } from './closed-days'
import { dayOf, endOfDay, parseDay } from './days'
import type { Clock, Law } from './law'
import { knownPauses, type Pause, run } from './pauses'
import { add, roll } from './spans'
import { type Counted, workingOf } from './working'

export interface DeadlineInput {
  law: Law
  action: Action
  receivedAt: Date
  /** IANA name, in which days are counted. */
  timeZone: string
  /** Whose it is, for the working. */
  whoseZone?: string | undefined
  calendar?: ClosedDays | undefined
  pauses?: readonly Pause[] | undefined
  extended?: boolean | undefined
  /** Why; for some reasons a law sets no limit. */
  reason?: string | undefined
  /** When the extension was told; one that came after the first period moves nothing. */
  toldAt?: Date | undefined
  /** The day that was notified: up to the law's limit, or any where it has none. */
  notifiedDay?: string | undefined
  /** A due date that had passed before the clock was last changed: nothing is due later than that. */
  overdueSince?: Date | undefined
  now: Date
}

/** The dates of a deadline. */
export interface DueDates {
  acknowledgeBy: Date | null
  dueOn: Date
  /** The end of the first period, by which an extension has to be told. */
  firstEndsOn: Date
  /** The last day that an extension could reach; null where the law has none, or no limit for it. */
  latestOn: Date | null
  /** The day that we aim at ourselves, where the law's entry has one and it comes first. */
  targetOn: Date | null
}

export interface Deadline extends DueDates {
  /** The working, line by line: start, law, rule, pauses, extension, result. */
  working: string[]
}

/** The law's clock for an action; laws list every action, so one is always there. */
export function clockFor(law: Law, action: Action): Clock {
  const clock = law.clocks.find(clock => clock.actions.includes(action)) ?? law.clocks[0]
  if (!clock) throw new Error(`${law.id} has no clock`)
  return clock
}

/**
 * When an answer is due. Always computed anew from what happened, never by moving a former result; the day of receipt is not
 * counted, and an extension counts from the original start (Regulation 1182/71 art. 3 and the laws' own wording). While
 * something is awaited, it is counted as if it came now: so an answer never makes the date earlier.
 */
export function deadline(input: DeadlineInput): Deadline {
  const { dates, counted } = count(input)
  return { ...dates, working: workingOf(counted) }
}

/** The dates alone: what decides needs no words, and putting them takes longer than the counting. */
export const dueDates = (input: DeadlineInput): DueDates => count(input).dates

function count(input: DeadlineInput): { dates: DueDates; counted: Counted } {
  const {
    law,
    action,
    receivedAt,
    timeZone,
    now,
    extended = false,
    toldAt,
    notifiedDay,
    reason,
    overdueSince,
  } = input
  const calendar = input.calendar ?? onlyWeekends
  const closedOn = closedUnder(law, calendar)
  const clock = clockFor(law, action)
  const start = dayOf(receivedAt, timeZone)
  const rules = law.pausesFor.filter(({ actions }) => !actions || actions.includes(action))
  const pauses = knownPauses(input.pauses ?? [], rules, { timeZone, now })
  const rolled = (day: Temporal.PlainDate) => roll(day, law.roll, closedOn)
  const running = { start, rolled, pauses }
  const first = run({ ...running, endFrom: from => add(from, clock.respond, closedOn) })
  const longest = clock.extend?.by && run({ ...running, endFrom: from => extendedBy(from, clock, closedOn) })
  const toldOn = toldAt && dayOf(toldAt, timeZone)
  const inTime = !toldOn || Temporal.PlainDate.compare(toldOn, first.rolled) <= 0
  const isExtended = extended && clock.extend !== undefined
  const chosen = notifiedDay === undefined ? undefined : parseDay(notifiedDay)
  const asChosen =
    chosen &&
    run({ start, pauses, rolled: day => day, endFrom: () => chosen, ...(toldOn && { since: toldOn }) })
  const noLimit = clock.extend?.asLongAsNeeded?.some(free => free === reason) ?? false
  const longer = asChosen && longest && !noLimit ? earlier(asChosen, longest) : (asChosen ?? longest ?? first)
  const ran = isExtended && inTime ? longer : first
  const target =
    law.target &&
    run({ ...running, rolled: day => day, endFrom: day => add(day, law.target ?? clock.respond, closedOn) })
  const aim = !isExtended && target && isBefore(target.end, ran.rolled) ? target.end : null
  const acknowledge = clock.acknowledge ? add(start, clock.acknowledge, closedOn) : null
  const end = endOfDay(ran.rolled, timeZone)
  const missed = overdueSince && overdueSince < end ? overdueSince : null
  const dates = {
    acknowledgeBy: acknowledge ? endOfDay(acknowledge, timeZone) : null,
    dueOn: missed ?? end,
    firstEndsOn: missed ?? endOfDay(first.rolled, timeZone),
    latestOn: longest ? endOfDay(longest.rolled, timeZone) : null,
    targetOn: aim ? endOfDay(aim, timeZone) : null,
  }
  const counted: Counted = {
    law,
    action,
    clock,
    received: start,
    zone: input.whoseZone ? `${input.whoseZone}, ${timeZone}` : timeZone,
    calendar,
    closedOn,
    first,
    ran,
    missed: missed && dayOf(missed, timeZone),
    extension: isExtended ? { inTime, toldOn, chosen: ran === asChosen ? chosen : undefined } : null,
  }
  return { dates, counted }
}

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(day, other) < 0

/** What ends first. */
const earlier = <Ran extends { rolled: Temporal.PlainDate }>(a: Ran, b: Ran): Ran =>
  isBefore(b.rolled, a.rolled) ? b : a

/** The last day of the period with the law's whole extension, counted from the original start. */
function extendedBy(
  start: Temporal.PlainDate,
  { respond, extend }: Clock,
  closedOn: HolidayOn,
): Temporal.PlainDate {
  const first = add(start, respond, closedOn)
  if (!extend?.by) return first
  const { n, unit } = extend.by
  return unit === respond.unit
    ? add(start, { n: respond.n + n, unit }, closedOn)
    : add(first, extend.by, closedOn)
}
