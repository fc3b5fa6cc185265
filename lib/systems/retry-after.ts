import type { IncomingHttpHeaders } from 'node:http'

/** No system is left alone for longer than this, no matter what it says. */
const MOST_SECONDS = 15 * 60

/**
 * How long a server asks us to wait (RFC 9110, 10.2.3): whole seconds, or until a date by its own clock.
 * @returns seconds, at most a quarter of an hour; null where it doesn't say
 */
export function retryAfter(headers: IncomingHttpHeaders): number | null {
  const said = headers['retry-after']?.trim()
  if (!said) return null
  if (/^\d{1,9}$/.test(said)) return Math.min(Number(said), MOST_SECONDS)
  const until = Date.parse(said)
  const now = Date.parse(headers.date ?? '')
  if (Number.isNaN(until) || Number.isNaN(now)) return null
  return Math.min(Math.max(0, Math.ceil((until - now) / 1000)), MOST_SECONDS)
}
