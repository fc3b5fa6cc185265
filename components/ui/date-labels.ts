const DAY = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

// Making a formatter costs far more than using one, and a queue shows dozens of dates.
function format(
  name: 'day' | 'exact' | 'clock' | 'parts',
  timeZone: string,
  locale: string,
): Intl.DateTimeFormat {
  const key = `${name} ${timeZone} ${locale}`
  const known = formats.get(key)
  if (known) return known
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const made = {
    day: () => new Intl.DateTimeFormat(locale, { ...day, timeZone }),
    exact: () => new Intl.DateTimeFormat(locale, { ...day, ...clock, timeZoneName: 'short', timeZone }),
    clock: () => new Intl.DateTimeFormat(locale, { ...clock, timeZone }),
    parts: () =>
      new Intl.DateTimeFormat('en', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone }),
  }[name]()
  formats.set(key, made)
  return made
}

function dayNumber(at: Date, timeZone: string): number {
  const parts = format('parts', timeZone, 'en').formatToParts(at)
  const part = (type: string) => Number(parts.find(part => part.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day')) / DAY
}

/** Whole calendar days from `now` to `at` in a time zone (IANA name); negative where it is past. */
export const daysFrom = (now: Date, at: Date, timeZone: string): number =>
  dayNumber(at, timeZone) - dayNumber(now, timeZone)

/** "17 Dec 2026, 23:59 CET" */
export const exactTime = (at: Date, timeZone: string, locale = 'en-GB'): string =>
  format('exact', timeZone, locale).format(at)

/** "17 Dec 2026" */
export const dayWords = (at: Date, timeZone: string, locale = 'en-GB'): string =>
  format('day', timeZone, locale).format(at)

/** "14:05" */
export const clockWords = (at: Date, timeZone: string, locale = 'en-GB'): string =>
  format('clock', timeZone, locale).format(at)

const distances = new Map<string, Intl.RelativeTimeFormat>()

/** "today", "tomorrow", "in 3 days", "2 days ago" */
export function inDays(days: number, locale = 'en-GB'): string {
  const known = distances.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  distances.set(locale, known)
  return known.format(days, 'day')
}

/** Today and yesterday with the time, other days up to 30 away by their distance, the rest by their date. */
export function nearWords(at: Date, now: Date, timeZone: string, locale = 'en-GB'): string {
  const days = daysFrom(now, at, timeZone)
  if (days === 0 || days === -1) return `${inDays(days, locale)}, ${clockWords(at, timeZone, locale)}`
  return Math.abs(days) <= 30 ? inDays(days, locale) : dayWords(at, timeZone, locale)
}

/** "due in 3 days", "due today", "overdue by 2 days" */
export function dueWords(at: Date, now: Date, timeZone: string): string {
  const days = daysFrom(now, at, timeZone)
  if (at.getTime() >= now.getTime()) return `due ${inDays(days)}`
  if (days === 0) return 'overdue since today'
  return `overdue by ${-days} ${days === -1 ? 'day' : 'days'}`
}
