/** Names of three letters that the time zone database has; any other is an abbreviation, which means several zones. */
const short = new Set('CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET'.split(' '))
/** Names that JavaScript knows and PostgreSQL doesn't. */
const foreign = /^(?:SystemV\/.*|US\/Pacific-New|Canada\/East-Saskatchewan)$/i

/**
 * Whether a text names a time zone, such as Europe/Amsterdam, to JavaScript and to PostgreSQL alike: one that only the former
 * knows would stop every list that counts days by it. An offset is none, as the two read it the other way round.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name) || foreign.test(name)) return false
  if (/^[a-z]{3}$/i.test(name) && !short.has(name.toUpperCase())) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
