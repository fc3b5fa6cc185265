import { isIPv4 } from 'node:net'

/** A run of addresses as numbers: the first, and how many. */
type Run = readonly [first: bigint, size: bigint]

const number4 = (address: string) => address.split('.').reduce((sum, part) => (sum << 8n) | BigInt(part), 0n)

/** The parser of URLs writes every IPv6 address in one way: groups of hexadecimal digits, and `::` at most once. */
function number6(address: string): bigint {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const [left, right] = [groups(head), groups(tail ?? '')]
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - left.length - right.length }, () => '0')
  return [...left, ...zeros, ...right].reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n)
}

function runOf(network: string): { version: 4 | 6; run: Run } {
  const [address = '', length] = network.split('/')
  const version = isIPv4(address) ? 4 : 6
  const bits = version === 4 ? 32 : 128
  const size = 1n << BigInt(bits - Number(length ?? bits))
  const at = version === 4 ? number4(address) : number6(address)
  return { version, run: [at - (at % size), size] }
}

/** How many addresses of a space these runs hold, each counted once. */
function heldOf(runs: readonly Run[], [begin, all]: Run): bigint {
  let held = 0n
  let free = begin
  for (const [first, size] of [...runs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const end = first + size
    if (end <= free || first >= begin + all) continue
    if (first > free) free = first
    held -= free
    free = end
    if (end > begin + all) free = begin + all
    held += free
  }
  return held
}

const IPV4: Run = [0n, 1n << 32n]
/** Where IPv4 addresses are within IPv6. */
const MAPPED: Run = [0xffffn << 32n, 1n << 32n]
/** The part of IPv6 that the internet uses. */
const GLOBAL: Run = [0b001n << 125n, 1n << 125n]

/**
 * Whether networks hold a quarter of the internet or more, in one piece or in many: no organisation's proxies do.
 * @param networks valid addresses and networks, such as `10.0.0.0/8`
 */
export function holdTheInternet(networks: readonly string[]): boolean {
  const runs = networks.map(runOf)
  const of = (version: 4 | 6) => runs.filter(run => run.version === version).map(({ run }) => run)
  const isMuch = (held: bigint, [, all]: Run) => held * 4n >= all
  return (
    isMuch(heldOf(of(4), IPV4), IPV4) ||
    isMuch(heldOf(of(6), MAPPED), MAPPED) ||
    isMuch(heldOf(of(6), GLOBAL), GLOBAL)
  )
}
