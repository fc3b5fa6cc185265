import { outboundFetch } from './outbound'
import { retryAfter } from './retry-after'
import { type SignedParts, signed } from './standard-webhooks'
import { type AllowedHosts, type Resolve, type TargetProblem, targetProblem } from './target'

/** Who is told of what happens: an address that an admin of this installation chose. */

const words: Readonly<Record<TargetProblem, string>> = {
  'not-an-address': 'Enter a whole address, such as https://hooks.example.com/habeas.',
  protocol: 'The address must begin with https://.',
  credentials: 'Leave name and password out of the address.',
  'plain-http':
    'The address must begin with https://. Somebody who runs this server can allow a host inside, also over http, with ALLOWED_PRIVATE_HOSTS.',
  'private-host':
    'This address leads to a private network. Somebody who runs this server can allow it with ALLOWED_PRIVATE_HOSTS.',
}

/** What is said of a name that turns out to lead inside. */
export const leadsInside = words['private-host']

/** What is wrong with an address for webhooks, in words; null where it can be used. */
export function webhookAddressProblem(address: string, allowed: AllowedHosts): string | null {
  const problem = targetProblem(address, allowed)
  if (problem) return words[problem]
  return new URL(address).hash ? 'Leave out what follows the #.' : null
}

const PATIENCE_MS = 10_000

export interface Sending {
  secret: string
  allowed: AllowedHosts
  signal: AbortSignal
  patienceMs?: number
  /** How names are found; only tests bring one. */
  resolve?: Resolve
}

export interface NotTaken {
  /** A short code: `http-500`, `redirected`, `timeout` … */
  problem: string
  /** The receiver has no use for it any more (410). */
  gone: boolean
  /** How long the receiver asked us to wait, at most a quarter of an hour. */
  retryAfterSeconds: number | null
  /** The receiver as a whole can't be asked at the moment: it didn't answer in time, or said so. */
  pauses: boolean
}

/**
 * Sends a message once: JSON in a POST, signed for this try, no redirect followed, nothing of the answer read but status and headers.
 * @returns null when it was taken
 */
export async function sendWebhook(
  address: string,
  message: SignedParts,
  { secret, ...how }: Sending,
): Promise<NotTaken | null> {
  const answer = await outboundFetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed(secret, message) },
    body: message.body,
    ignoresBody: true,
    patienceMs: PATIENCE_MS,
    ...how,
  })
  if (!answer.ok) {
    const { problem } = answer
    return { problem, gone: false, retryAfterSeconds: null, pauses: problem === 'timeout' }
  }
  const { status, headers } = answer
  if (status >= 200 && status < 300) return null
  const wait = retryAfter(headers)
  return {
    problem: status >= 300 && status < 400 ? 'redirected' : `http-${status}`,
    gone: status === 410,
    retryAfterSeconds: wait,
    pauses: status === 429 || (status === 503 && wait !== null),
  }
}
