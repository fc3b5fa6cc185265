import type { IncomingHttpHeaders } from 'node:http'
import type { SystemCheck } from './contract'
import { SystemFailure } from './failure'

/** Lines of *Test connection* that several kinds share. */

/** More than this, and signatures, tokens and what is told of times begin to fail. */
const MOST_APART_SECONDS = 60

/** How far the system's clock is from ours, by the `Date` of an answer (RFC 9110, 6.6.1), which counts whole seconds. */
export function clockCheck(headers: IncomingHttpHeaders, now: Date): SystemCheck {
  const theirs = Date.parse(headers.date ?? '')
  if (Number.isNaN(theirs)) return { name: 'Clock', ok: true, words: 'It doesn’t say what time it is.' }
  const apart = Math.round((theirs - now.getTime()) / 1000)
  const seconds = Math.abs(apart)
  if (seconds <= MOST_APART_SECONDS)
    return {
      name: 'Clock',
      ok: true,
      words: seconds <= 2 ? 'The clocks agree.' : `The clocks differ by ${seconds} seconds.`,
    }
  return {
    name: 'Clock',
    ok: false,
    words: `Its clock is ${seconds} seconds ${apart > 0 ? 'ahead of' : 'behind'} ours. Set both by a time server.`,
  }
}

/** Which line a failed call belongs to. */
const LINE: Partial<Record<SystemFailure['reason'], string>> = {
  credentials: 'Credentials',
  forbidden: 'Rights',
  limited: 'Limits',
  'circuit-open': 'Limits',
  nonsense: 'Answer',
  'server-error': 'Answer',
}

/**
 * A call that failed, as a line: the failure's own words.
 * @throws what is no failure of the system
 */
export function failedCheck(error: unknown, name?: string): SystemCheck {
  if (!(error instanceof SystemFailure)) throw error
  return { name: name ?? LINE[error.reason] ?? 'Address', ok: false, words: error.message }
}
