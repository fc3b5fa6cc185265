import { type LookupAddress, lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address'

/** Finds the addresses of a name; node's own `dns.lookup`, unless a test brings names of its own. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

const resolveByMachine: Resolve = hostname =>
  new Promise((found, failed) =>
    lookup(hostname, { all: true, verbatim: true }, (error, addresses) =>
      error ? failed(error) : found(addresses),
    ),
  )

/** Somebody waits for the answer of a form. */
const LOOKING_MS = 3000

const nobody = () =>
  new Promise<LookupAddress[]>(resolve => setTimeout(() => resolve([]), LOOKING_MS).unref())

/** Hosts inside that an operator allows to be called: `host:port`, as in `ALLOWED_PRIVATE_HOSTS`. */
export type AllowedHosts = readonly string[]

/** What is wrong with an address that our server would call. */
export type TargetProblem = 'not-an-address' | 'protocol' | 'credentials' | 'plain-http' | 'private-host'

/** Bounded: a name that an address can have is read by `URL`, and has 253 letters to be found at all. */
const bare = (hostname: string) =>
  hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase()

const isListed = ({ hostname, port, protocol }: URL, allowed: AllowedHosts): boolean =>
  allowed.includes(`${hostname.toLowerCase()}:${port || (protocol === 'http:' ? '80' : '443')}`)

/** Names that mean this machine or its own network without asking anybody. */
const isInsideName = (host: string): boolean =>
  /^(localhost|localhost6|localdomain|ip6-localhost|ip6-loopback|broadcasthost)$/.test(host) ||
  /\.(localhost|localdomain|local|internal|intranet|lan|home\.arpa)$/.test(host)

/**
 * What can be said of an address without asking for its name: only https to the outside, no name and password, and no host
 * inside, however its number is written. A listed host may be inside, and be called over plain http.
 * @returns null where it may be called, as far as its spelling tells
 */
export function targetProblem(address: string, allowed: AllowedHosts): TargetProblem | null {
  if (!URL.canParse(address)) return 'not-an-address'
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'protocol'
  if (url.username || url.password) return 'credentials'
  if (isListed(url, allowed)) return null
  if (url.protocol === 'http:') return 'plain-http'
  const host = bare(url.hostname)
  const isInside = isIP(host) ? !isPublicAddress(host) : host === '' || isInsideName(host)
  return isInside ? 'private-host' : null
}

/**
 * Whether our server may call an address, its name looked up as well. A name that nobody knows is allowed: there is nothing to
 * call. A name can be pointed elsewhere afterwards, so a call of our own goes through `outboundFetch`, which looks as it connects.
 */
export async function isAllowedTarget(
  address: string,
  allowed: AllowedHosts,
  resolve: Resolve = resolveByMachine,
): Promise<boolean> {
  if (targetProblem(address, allowed)) return false
  const url = new URL(address)
  if (isListed(url, allowed) || isIP(bare(url.hostname))) return true
  const addresses = await Promise.race([resolve(url.hostname).catch(() => []), nobody()])
  return addresses.every(found => isPublicAddress(found.address))
}

/** Thrown where a name leads inside. */
export class LeadsInside extends Error {
  override name = 'LeadsInside'
}

/**
 * Looks a name up as the connection is made, and hands on only what was looked at: the socket goes to these addresses and asks
 * nobody again. One address inside refuses the name whole.
 * @param url an address without a `targetProblem`
 */
export function guardedLookup(
  url: URL,
  allowed: AllowedHosts,
  resolve: Resolve = resolveByMachine,
): LookupFunction {
  return (hostname, options, callback) => {
    const answer = (addresses: LookupAddress[]) => {
      const [first] = addresses
      if (!first || !(isListed(url, allowed) || addresses.every(found => isPublicAddress(found.address))))
        return callback(new LeadsInside('the name leads inside'), '', 0)
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    }
    resolve(hostname).then(answer, error => callback(error instanceof Error ? error : new Error(), '', 0))
  }
}
