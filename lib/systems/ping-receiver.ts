/** Who receives Service Pings: an address that an admin of this installation chose. */

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What is wrong with an address for pings, in words; null where it can be used. */
export function receiverProblem(address: string): string | null {
  if (!URL.canParse(address)) return 'Enter a whole address, such as https://ping.example.com/habeas.'
  const { protocol, hostname, username, password, hash } = new URL(address)
  if (protocol !== 'https:' && !(protocol === 'http:' && localHosts.has(hostname)))
    return 'The address must begin with https://.'
  if (username || password) return 'Leave name and password out of the address.'
  if (hash) return 'Leave out what follows the #.'
  return null
}

/** Host and path: what of an address may be shown and kept. */
export const shownReceiver = (address: string): string => {
  const { host, pathname } = new URL(address)
  return `${host}${pathname}`
}

const PATIENCE_MS = 15_000

/**
 * Hands a document over, once: JSON in a POST, no redirect followed, nothing of the answer read but its status.
 * @returns null when it was taken, else a short code of what went wrong
 */
export async function handOver(
  address: string,
  document: unknown,
  signal: AbortSignal,
  patienceMs: number = PATIENCE_MS,
): Promise<string | null> {
  if (receiverProblem(address)) return 'address-not-allowed'
  const patience = AbortSignal.timeout(patienceMs)
  try {
    const answer = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', 'user-agent': 'Habeas' },
      body: JSON.stringify(document),
      signal: AbortSignal.any([signal, patience]),
    })
    await answer.body?.cancel()
    if (answer.ok) return null
    return answer.status >= 300 && answer.status < 400 ? 'redirected' : `http-${answer.status}`
  } catch {
    return patience.aborted ? 'timeout' : 'unreachable'
  }
}
