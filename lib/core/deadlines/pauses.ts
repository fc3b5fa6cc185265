import { Temporal } from 'temporal-polyfill'
import { dayOf } from './days'
import type { PauseReason, PauseRule } from './law'

/** An interval in which something from the person is awaited. */
export interface Pause {
  reason: PauseReason
  from: Date
  /** null: still awaited. */
  to: Date | null
  /** It ended with the time to answer, and no answer came. */
  unanswered?: boolean
}

/** A pause that the law knows, in days where the request is counted. */
export interface CountedPause {
  rule: PauseRule
  from: Temporal.PlainDate
  /** The day of the answer; today while there is none, as if it came today. */
  to: Temporal.PlainDate
  isOpen: boolean
  /** It ended without an answer, with the time that there was for one. */
  isUnanswered: boolean
  /** False where it began after the period had ended: then it moves nothing. */
  counts: boolean
}

type Day = Temporal.PlainDate
const isAfter = (day: Day, other: Day) => Temporal.PlainDate.compare(day, other) > 0
const later = (day: Day, other: Day) => (isAfter(day, other) ? day : other)

/** The pauses that a law knows for what was asked, the earliest first. */
export function knownPauses(
  pauses: readonly Pause[],
  rules: readonly PauseRule[],
  { timeZone, now }: { timeZone: string; now: Date },
): Omit<CountedPause, 'counts'>[] {
  return pauses
    .flatMap(({ reason, from, to, unanswered = false }) => {
      const rule = rules.find(rule => rule.reason === reason)
      const end = to ?? now
      return rule && end >= from
        ? [
            {
              rule,
              from: dayOf(from, timeZone),
              to: dayOf(end, timeZone),
              isOpen: to === null,
              isUnanswered: unanswered,
            },
          ]
        : []
    })
    .toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from) || Temporal.PlainDate.compare(a.to, b.to))
}

interface Running {
  start: Day
  /** The last day of the period if it began on a day and nothing stood still. */
  endFrom(start: Day): Day
  /** That day as the law moves it past a weekend. */
  rolled(end: Day): Day
  /** Days before this one are part of `endFrom` already. */
  since?: Day | undefined
  pauses: readonly Omit<CountedPause, 'counts'>[]
}

interface Ran {
  /** The day from which the period counts: that of receipt, or of what the law waits for. */
  start: Day
  /** The last day before and after it was moved past a weekend or holiday. */
  end: Day
  rolled: Day
  /** How many days were left out. */
  still: number
  pauses: CountedPause[]
}

/**
 * Runs a period to its last day. A pause counts only where it began while the period ran, as that was known then; days on
 * which several pauses overlap are left out once.
 */
export function run({ start, endFrom, rolled, since, pauses }: Running): Ran {
  let begins = start
  let end = endFrom(start)
  const still = new Set<string>()
  const seen: CountedPause[] = []
  for (const pause of pauses) {
    const counts = !isAfter(pause.from, rolled(end))
    seen.push({ ...pause, counts })
    if (!counts) continue
    // Begun on the weekend past which the period had moved: it ran until the end of that.
    if (isAfter(pause.from, end)) end = rolled(end)
    if (pause.rule.how === 'begins-anew') {
      if (since && !isAfter(pause.to, since)) continue
      begins = later(begins, pause.to)
      end = later(end, endFrom(begins))
      continue
    }
    const left = daysLeftOut(pause).filter(day => !still.has(day) && !(since && day < since.toString()))
    for (const day of left) still.add(day)
    end = end.add({ days: left.length })
  }
  return { start: begins, end, rolled: rolled(end), still: still.size, pauses: seen }
}

/** The days that a pause leaves out: from that of asking, without or with that of the answer. */
export function daysLeftOut({ rule, from, to }: Pick<CountedPause, 'rule' | 'from' | 'to'>): string[] {
  const last = rule.how === 'leaves-out-both-days' ? to : to.subtract({ days: 1 })
  const days: string[] = []
  for (let day = from; !isAfter(day, last); day = day.add({ days: 1 })) days.push(day.toString())
  return days
}
