import Holidays from 'date-holidays'

/** Takes a calendar day, whose text is `YYYY-MM-DD`. */
type IsHoliday = (day: { toString(): string }) => boolean

const calendars = new Map<string, Holidays | null>()

/** Days on which public offices are closed, of a country (ISO 3166-1) and, where known, its region (ISO 3166-2). */
export function holidaysOf(country: string | null, region: string | null): IsHoliday {
  if (!country) return () => false
  const key = region ?? country
  if (!calendars.has(key)) calendars.set(key, calendar(country, region))
  const known = calendars.get(key)
  if (!known) return () => false
  return day => {
    const found = known.isHoliday(`${day.toString()} 12:00:00`)
    return Array.isArray(found) && found.some(one => one.type === 'public')
  }
}

/** Null for a country that the package doesn't know: then only weekends count. */
function calendar(country: string, region: string | null): Holidays | null {
  const known = new Holidays()
  if (!Object.hasOwn(known.getCountries(), country)) return null
  const state = region?.slice(3).toLowerCase()
  const states = Object.keys(known.getStates(country) ?? {}).map(one => one.toLowerCase())
  return state && states.includes(state) ? new Holidays(country, state) : new Holidays(country)
}
