import { BlockList, isIP, isIPv6 } from 'node:net'

/** Header in which our own web server tells the pages who called; a value sent by a client is replaced. */
export const CLIENT_ADDRESS_HEADER = 'x-habeas-client-ip'

/** An IPv4 address that came over an IPv6 socket is written the IPv4 way, so that it is counted once. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** Networks as in `TRUSTED_PROXIES`: `10.0.0.0/8`, `fd00::/8`, or a single address. @throws on anything else */
export function networks(cidrs: readonly string[]): BlockList {
  const list = new BlockList()
  for (const cidr of cidrs) {
    const [address = '', length] = cidr.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (length === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(length), family)
  }
  return list
}

const within = (list: BlockList, address: string) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/** `1.2.3.4:5678` and `[::1]:5678` carry a port in some proxies' headers. */
const withoutPort = (entry: string) =>
  entry.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')

/**
 * Who called: the socket's peer, or, when that is one of our proxies, the rightmost entry of
 * `X-Forwarded-For` that isn't. Entries further left are the client's own claim. An entry that is no
 * address ends the walk at the last proxy that can be believed.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: BlockList): string {
  let believed = plain(peer)
  const entries = (forwardedFor ?? '').split(',').map(entry => plain(withoutPort(entry.trim())))
  while (within(trusted, believed) && entries.length > 0) {
    const next = entries.pop() ?? ''
    if (isIP(next) === 0) break
    believed = next
  }
  return believed
}

/** The eight groups of an IPv6 address. */
function groups(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right]
}

/**
 * What limits count as one network: an IPv4 address, or the /64 that a single IPv6 household gets,
 * which could otherwise use a fresh address for every try.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const first = groups(address)
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
  return `${first.join(':')}::/64`
}

/** A site is given 65,536 networks of IPv6 as easily as one. It may do what so many networks may. */
export const NETWORKS_OF_A_SITE = 8

/** The /48 that a site gets of IPv6; of IPv4 the address itself. */
export function siteOf(address: string): string {
  const network = networkOf(address)
  return isIPv6(address) ? `${network.split(':').slice(0, 3).join(':')}::/48` : network
}
