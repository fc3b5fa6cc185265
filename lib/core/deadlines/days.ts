import { Temporal } from 'temporal-polyfill'

/** The calendar day of an instant in a time zone (IANA name). */
export const dayOf = (instant: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()

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
