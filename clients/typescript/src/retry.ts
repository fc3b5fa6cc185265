/** How patient a client is with a product that is busy. */
export interface Patience {
  /** How often a call is repeated at most. */
  retries: number
  /** The longest wait before one repetition, in seconds; where the product asks for more, its answer is handed on. */
  longestWait: number
}

const MAY_PASS = [429, 503]

/**
 * How long to wait before the call is made again, in milliseconds; null where it isn’t.
 * @param tried how often it was made before this answer, from 0
 * @param now in milliseconds, for a `Retry-After` that is a date
 */
export function waitBefore(
  response: Response,
  tried: number,
  patience: Patience,
  now: number,
): number | null {
  if (!MAY_PASS.includes(response.status) || tried >= patience.retries) return null
  const asked = secondsIn(response.headers.get('retry-after'), now) ?? 2 ** tried
  return asked > patience.longestWait ? null : asked * 1000
}

/** A `Retry-After` (RFC 9110, 10.2.3) in seconds: a number of them, or a date. */
function secondsIn(header: string | null, now: number): number | null {
  if (header === null) return null
  if (/^\d{1,9}$/.test(header)) return Number(header)
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000)
}

/** @throws the signal’s reason as soon as it is aborted */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
