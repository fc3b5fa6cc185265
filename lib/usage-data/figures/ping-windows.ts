import type { TimeFrame } from '../definitions/definition'

/** From a moment until, and without, another; null where there is no bound. */
export interface Span {
  from: Date | null
  until: Date | null
}

const DAY = 86_400_000
const days = { '7d': 7, '28d': 28 } as const
/** What was written late must be in, so that the same week gives the same figure whenever it is asked for. */
const LAG_DAYS = 2

/** The days that a figure from the database speaks of: they end two days before `now`, so `7d` is from 9 days ago to 2. */
export function databaseSpan(frame: TimeFrame, now: Date): Span {
  if (frame === 'all') return { from: null, until: null }
  const until = new Date(now.getTime() - LAG_DAYS * DAY)
  return { from: new Date(until.getTime() - days[frame] * DAY), until }
}

/** The last Sunday that is over (UTC). */
function lastWholeWeekEnds(now: Date): Date {
  const today = Math.floor(now.getTime() / DAY)
  // The first day of 1970 was a Thursday.
  const sinceMonday = (today + 3) % 7
  return new Date((today - sinceMonday - 1) * DAY)
}

/** The Sunday with which the whole weeks end that figures of events speak of: the last one that is surely counted. */
export const countedWeekEnds = (now: Date): Date =>
  lastWholeWeekEnds(new Date(now.getTime() - LAG_DAYS * DAY))

/** The Monday (UTC) that begins the week of a moment: there is one ping a week. */
export const weekBegins = (now: Date): Date => new Date(lastWholeWeekEnds(now).getTime() + DAY)
