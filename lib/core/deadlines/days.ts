import { Temporal } from 'temporal-polyfill'

/** Days found lately: a page needs those of the same few instants again and again, and looking up a time zone is slow. */
const lately = new Map<string, Temporal.PlainDate>()
const MOST_KEPT = 1000

/** The calendar day of an instant in a time zone (IANA name). */
export function dayOf(instant: Date, timeZone: string): Temporal.PlainDate {
  const key = `${instant.getTime()} ${timeZone}`
  const known = lately.get(key)
  if (known) return known
  const found = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  if (lately.size >= MOST_KEPT) lately.clear()
  lately.set(key, found)
  return found
}

/**
 * The time zone in which a request's days are counted and shown: the person's own, where it is known.
 * @param organisations IANA name; the organisation's
 */
export const zoneOf = ({ timeZone }: { timeZone: string | null }, organisations: string): string =>
  timeZone ?? organisations

/** The last second of a calendar day there, daylight saving included. */
export function endOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  const midnight = day.add({ days: 1 }).toZonedDateTime({ timeZone })
  return new Date(midnight.epochMilliseconds - 1000)
}

/** `YYYY-MM-DD` as a calendar day. @throws RangeError on a day that does not exist */
export const parseDay = (text: string): Temporal.PlainDate =>
  Temporal.PlainDate.from(text, { overflow: 'reject' })

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** A calendar day as the desk writes it: "17 Dec 2026". */
export const dayInWords = ({ day, month, year }: Temporal.PlainDate): string =>
  `${day} ${months[month - 1]} ${year}`

/**
 * End of a response window: `days` calendar days counted from the day after `from`, until the end of the last day in the
 * organisation's time zone (handbook, "Response windows").
 */
export const windowEnd = (from: Date, days: number, timeZone: string): Date =>
  endOfDay(dayOf(from, timeZone).add({ days }), timeZone)

/** Two calendar days before a window's end, at the start of that day. */
export function reminderBefore(end: Date, timeZone: string): Date {
  const day = dayOf(end, timeZone).subtract({ days: 2 })
  return new Date(day.toZonedDateTime({ timeZone }).epochMilliseconds)
}

/** Moves an instant by whole calendar days, keeping the local time of day. */
export const moveDays = (instant: Date, days: number, timeZone: string): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).add({ days })
      .epochMilliseconds,
  )

/** Whole calendar days from one instant's day to another's in a time zone; negative where `to` is earlier. */
export const daysBetween = (from: Date, to: Date, timeZone: string): number =>
  dayOf(from, timeZone).until(dayOf(to, timeZone), { largestUnit: 'days' }).days

/** The longest that a letter may have lain before somebody records it; a day further back is a slip in the year. */
const YEARS_BACK = 3

/** A day that somebody gives for what they record now, and what it has to lie between. */
interface GivenDay {
  now: Date
  /** Nothing came before this; three years back where nothing is said. */
  notBefore?: Date | undefined
  /** Where that day may have been: the office's zone, and the person's where it is known. */
  zones: readonly string[]
}

/** Why what is recorded can't have come on the day that somebody gives; null where it can. A day that doesn't exist is neither. */
export function wrongDay(day: string, { now, notBefore, zones }: GivenDay): 'future' | 'too-early' | null {
  const days = (instant: Date) => zones.map(zone => dayOf(instant, zone))
  const isIn = (all: Temporal.PlainDate[], compare: (order: number) => boolean) =>
    all.some(other => compare(Temporal.PlainDate.compare(day, other)))
  if (!isIn(days(now), order => order <= 0)) return 'future'
  const earliest = notBefore ? days(notBefore) : days(now).map(today => today.subtract({ years: YEARS_BACK }))
  return isIn(earliest, order => order >= 0) ? null : 'too-early'
}

/** Nothing is put off for longer, and no subscription runs so long; a day further ahead is a slip in the year. */
const YEARS_AHEAD = 10

/** Whether a day that somebody gives for what is to come is too far ahead to be meant. */
export const isTooFarAhead = (day: string, { now, zones }: Pick<GivenDay, 'now' | 'zones'>): boolean =>
  zones.every(zone => Temporal.PlainDate.compare(day, dayOf(now, zone).add({ years: YEARS_AHEAD })) > 0)

/** The same in words, beside the field. */
export const wrongDayWords = {
  future: 'This day is in the future.',
  'too-early': `This is more than ${YEARS_BACK} years ago. Check the year.`,
} as const

/** The instant by which a day that somebody gives is kept: its noon, but never after now nor before what it answers. */
export function instantOn(
  day: string,
  timeZone: string,
  { now, notBefore }: Pick<GivenDay, 'now' | 'notBefore'>,
): Date {
  const noon = parseDay(day).toZonedDateTime({ timeZone, plainTime: '12:00' }).epochMilliseconds
  return new Date(Math.min(Math.max(noon, +(notBefore ?? 0)), +now))
}
