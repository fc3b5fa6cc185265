import Holidays from 'date-holidays'

/** Takes a calendar day, whose text is `YYYY-MM-DD`. */
type IsHoliday = (day: { toString(): string }) => boolean

const DAY_MS = 86_400_000

const calendars = new Map<string, Holidays | null>()
const closed = new Map<string, ReadonlySet<string>>()

/** Days on which public offices are closed, of a country (ISO 3166-1) and, where known, its region (ISO 3166-2). */
export function holidaysOf(country: string | null, region: string | null): IsHoliday {
  if (!country) return () => false
  const key = region ?? country
  if (!calendars.has(key)) calendars.set(key, calendar(country, region))
  const known = calendars.get(key)
  if (!known) return () => false
  return day => {
    const text = day.toString()
    const year = Number(text.slice(0, 4))
    const name = `${key} ${year}`
    const days = closed.get(name) ?? daysAround(known, year)
    closed.set(name, days)
    return days.has(text)
  }
}

/** Null for a country that the package doesn't know: then only weekends count. */
function calendar(country: string, region: string | null): Holidays | null {
  const known = new Holidays()
  if (!Object.hasOwn(known.getCountries(), country)) return null
  const state = region?.slice(3).toLowerCase()
  const states = Object.keys(known.getStates(country) ?? {}).map(key => key.toLowerCase())
  return state && states.includes(state) ? new Holidays(country, state) : new Holidays(country)
}

/** The public holidays of a year, with those that begin in the one before or are observed ahead of the one after. */
const daysAround = (known: Holidays, year: number): ReadonlySet<string> =>
  new Set([year - 1, year, year + 1].flatMap(neighbour => daysOf(known, neighbour)))

/**
 * Read from the list of a year, in that country's own wall time: asked for a single day, the package takes the process's time
 * zone for the country's, and answers for the day before or after. A holiday that begins at sunset is the day whose noon is in it.
 */
function daysOf(known: Holidays, year: number): string[] {
  const offices = known.getHolidays(year).filter(holiday => holiday.type === 'public')
  return offices.flatMap(({ date, start, end }) => {
    const begins = Date.parse(`${date.slice(0, 19).replace(' ', 'T')}Z`)
    const ends = begins + Math.max(+end - +start, 1)
    const first = Date.parse(date.slice(0, 10))
    const days: string[] = []
    for (let day = first; day + DAY_MS / 2 < ends; day += DAY_MS)
      if (day + DAY_MS / 2 >= begins) days.push(new Date(day).toISOString().slice(0, 10))
    return days
  })
}
