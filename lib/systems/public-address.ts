import { BlockList, isIP } from 'node:net'

/*
 * Which addresses are out in the world: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890 and its updates). Of IPv6
 * only 2000::/3 is given out, so the rest is refused whole, with what maps or translates an IPv4 address.
 */

const notPublic4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // A host's own services in one large cloud, at an address of the world.
  ['168.63.129.16', 32],
]

const notPublic6: readonly [string, number][] = [
  // Teredo, benchmarks and other addresses of protocols.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 leads to the IPv4 address in it.
  ['2002::', 16],
  ['3fff::', 20],
]

const listOf = (networks: readonly [string, number][], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const [network, length] of networks) list.addSubnet(network, length, family)
  return list
}

const closed4 = listOf(notPublic4, 'ipv4')
const closed6 = listOf(notPublic6, 'ipv6')
const givenOut6 = listOf([['2000::', 3]], 'ipv6')

/** Whether an IP address, without brackets, is one that anybody on the internet could be reached at. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed4.check(address, 'ipv4')
  // A zone belongs to one machine's own links.
  if (family !== 6 || address.includes('%')) return false
  return givenOut6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
}
