import Holidays, { type HolidaysTypes } from 'date-holidays'

/** Takes a calendar day, whose text is `YYYY-MM-DD`; answers the name of the public holiday on it, or null. */
type HolidayOn = (day: { toString(): string }) => string | null

const DAY_MS = 86_400_000
/** Shorter ones are half-days. */
const WHOLE_DAY_MS = 20 * 3_600_000
/** Holidays of a group of people, as the package's notes name it; offices are open. */
const OF_A_GROUP = /women|children|youth|personnel|faith|muslim|orthodox/i

const closed = new Map<string, ReadonlyMap<string, string>>()

/**
 * Whole days on which public offices are closed for everybody, of a country (ISO 3166-1) and, where given, its region (ISO
 * 3166-2). Without a region only the days count that all regions have, so that the earlier date comes out.
 */
export function holidaysOf(country: string | null, region: string | null): HolidayOn {
  if (!country) return () => null
  return day => {
    const text = day.toString()
    const year = Number(text.slice(0, 4))
    const key = `${region ?? country} ${year}`
    const days = closed.get(key) ?? daysIn(country, region, year)
    closed.set(key, days)
    return days.get(text) ?? null
  }
}

/** Nothing for a country that the package doesn't know: then only weekends count. */
function daysIn(country: string, region: string | null, year: number): ReadonlyMap<string, string> {
  const all = new Holidays()
  if (!Object.hasOwn(all.getCountries(), country)) return new Map()
  const states = Object.keys(all.getStates(country) ?? {})
  const own = states.find(state => state.toLowerCase() === region?.slice(3).toLowerCase())
  const languages = { languages: ['en'] }
  if (own) return daysAround(new Holidays(country, own, languages), year)
  const national = daysAround(new Holidays(country, languages), year)
  const parts = states.map(state => new Map(daysOf(new Holidays(country, state, languages), year)))
  return new Map(
    [...national].filter(([day]) => !day.startsWith(`${year}`) || parts.every(part => part.has(day))),
  )
}

/** The public holidays of a year, with those that begin in the one before or are observed ahead of the one after. */
const daysAround = (known: Holidays, year: number): ReadonlyMap<string, string> =>
  new Map([year - 1, year, year + 1].flatMap(neighbour => daysOf(known, neighbour)))

function isForEverybody(holiday: HolidaysTypes.Holiday): boolean {
  const note = 'note' in holiday && typeof holiday.note === 'string' ? holiday.note : ''
  const { type, start, end } = holiday
  return type === 'public' && +end - +start >= WHOLE_DAY_MS && !OF_A_GROUP.test(note)
}

/**
 * Read from the list of a year, in that country's own wall time: asked for a single day, the package takes the process's time
 * zone for the country's, and answers for the day before or after. A holiday that begins at sunset is the day whose noon is in it.
 */
function daysOf(known: Holidays, year: number): [string, string][] {
  return known
    .getHolidays(year)
    .filter(isForEverybody)
    .flatMap(({ name, date, start, end }) => {
      const begins = Date.parse(`${date.slice(0, 19).replace(' ', 'T')}Z`)
      const ends = begins + Math.max(+end - +start, 1)
      const first = Date.parse(date.slice(0, 10))
      const days: [string, string][] = []
      for (let day = first; day + DAY_MS / 2 < ends; day += DAY_MS)
        if (day + DAY_MS / 2 >= begins) days.push([new Date(day).toISOString().slice(0, 10), name])
      return days
    })
}
