import { outboundFetch } from './outbound'
import { type AllowedHosts, type TargetProblem, targetProblem } from './target'

/** Who receives Service Pings: an address that an admin of this installation chose. */

const words: Readonly<Record<TargetProblem, string>> = {
  'not-an-address': 'Enter a whole address, such as https://ping.example.com/habeas.',
  protocol: 'The address must begin with https://.',
  credentials: 'Leave name and password out of the address.',
  'plain-http': 'The address must begin with https://.',
  'private-host':
    'This address leads to a private network. Somebody who runs this server can allow it with ALLOWED_PRIVATE_HOSTS.',
}

/** What is said of a name that turns out to lead inside. */
export const leadsInside = words['private-host']

/** What is wrong with an address for pings, in words; null where it can be used. */
export function receiverProblem(address: string, allowed: AllowedHosts): string | null {
  const problem = targetProblem(address, allowed)
  if (problem) return words[problem]
  return new URL(address).hash ? 'Leave out what follows the #.' : null
}

/** Host and path: what of an address may be shown to admins and kept. */
export const shownReceiver = (address: string): string => {
  const { host, pathname } = new URL(address)
  return `${host}${pathname}`
}

export interface HandOver {
  /** The same at each try, so that a receiver can drop a document that it has. */
  key: string
  allowed: AllowedHosts
  signal: AbortSignal
  patienceMs?: number
}

/**
 * Hands a document over, once: JSON in a POST, no redirect followed, nothing of the answer used but its status.
 * @returns null when it was taken, else a short code of what went wrong
 */
export async function handOver(address: string, document: unknown, how: HandOver): Promise<string | null> {
  const { key, allowed, signal, patienceMs } = how
  if (receiverProblem(address, allowed)) return 'address-not-allowed'
  const answer = await outboundFetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(document),
    allowed,
    signal,
    ignoresBody: true,
    ...(patienceMs !== undefined && { patienceMs }),
  })
  if (!answer.ok) return answer.problem
  if (answer.status >= 200 && answer.status < 300) return null
  return answer.status >= 300 && answer.status < 400 ? 'redirected' : `http-${answer.status}`
}
