import type { Temporal } from 'temporal-polyfill'
import { countryName } from '../request/countries'
import type { OfficeCalendar } from '../request/office-calendar'
import type { Law } from './law'

/** The name of the public holiday on a day, or null; weekends are known without. */
export type HolidayOn = (day: { toString(): string }) => string | null

/** Public holidays of a country (ISO 3166-1) and, where given, its region (ISO 3166-2). */
export type HolidaysOf = (country: string | null, region: string | null) => HolidayOn

/** The organisation's calendar, ready to be asked. */
export interface ClosedDays {
  /** As it is named in a sentence. */
  name: string
  on: HolidayOn
}

const weekendsAlone = 'the calendar of the organisation (weekends only)'

export const onlyWeekends: ClosedDays = { name: weekendsAlone, on: () => null }

/** The calendar that a request is counted by: public holidays where the organisation's offices are, and its own closed days. */
export function closedDaysOf(calendar: OfficeCalendar | null, holidaysOf: HolidaysOf): ClosedDays {
  if (!calendar) return onlyWeekends
  const { country, region, closed } = calendar
  const holidayOn = holidaysOf(country, region)
  const own = new Map(closed.map(({ day, name }) => [day, name]))
  return { name: calendarName(calendar), on: day => own.get(day.toString()) ?? holidayOn(day) }
}

/** “the calendar of the organisation (Austria)” */
export function calendarName({ country, region, closed }: OfficeCalendar): string {
  if (!country) return closed.length > 0 ? 'the calendar of the organisation' : weekendsAlone
  const place = countryName(country)
  return `the calendar of the organisation (${region ? `${place}, ${region}` : place})`
}

/** Why nothing is worked on a day besides weekends, as this law sees it; null where it is. */
export function closedUnder({ holidays, closedSeason }: Law, { on }: ClosedDays): HolidayOn {
  const inSeason = (day: { toString(): string }): boolean => {
    if (!closedSeason) return false
    const { from, to } = closedSeason
    const date = day.toString().slice(5)
    return from <= to ? from <= date && date <= to : from <= date || date <= to
  }
  return day => {
    if (inSeason(day)) return 'left out by this law'
    return holidays === 'count' ? null : on(day)
  }
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** “Monday” */
export const weekday = ({ dayOfWeek }: Temporal.PlainDate): string => days[dayOfWeek - 1] ?? ''
