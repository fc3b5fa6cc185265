const DAY = 86_400_000

/**
 * Whole days from a date (`YYYY-MM-DD`) to the UTC day of `now`. A date in the future, which a directory in an
 * earlier time zone can give, counts as today. Null where the date isn't known or isn't one.
 */
export function daysSince(date: string | null, now: Date): number | null {
  if (date === null) return null
  const then = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(then)) return null
  return Math.max(0, Math.floor(now.getTime() / DAY) - Math.floor(then / DAY))
}

/** A number of days in words: `today`, `yesterday`, `20 days ago`. */
export function ago(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}
