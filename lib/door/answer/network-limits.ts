import { NETWORKS_OF_A_SITE, networkOf, siteOf } from '@/lib/auth/client-address'
import { type Allowance, consume, giveBack } from '@/lib/store/database/limits'

/** What one network may use in a window; its whole site may use as much as {@link NETWORKS_OF_A_SITE} networks. */
export interface Share {
  what: string
  most: number
  seconds: number
}

interface Limit {
  key: string
  most: number
  seconds: number
}

/** None for an IPv4 address, which is its own site. */
function ofSite(shares: readonly Share[], address: string): Limit[] {
  const site = siteOf(address)
  if (site === networkOf(address)) return []
  return shares.map(({ what, most, seconds }) => ({
    key: `${what}:${site}`,
    most: most * NETWORKS_OF_A_SITE,
    seconds,
  }))
}

const ofNetwork = (shares: readonly Share[], address: string): Limit[] =>
  shares.map(({ what, most, seconds }) => ({ key: `${what}:${networkOf(address)}`, most, seconds }))

async function firstRefusal(limits: readonly Limit[], amount: number): Promise<Allowance | null> {
  for (const { key, most, seconds } of limits) {
    const answer = await consume(key, most, seconds, undefined, amount)
    if (!answer.ok) return answer
  }
  return null
}

async function giveBackAll(limits: readonly Limit[], amount: number): Promise<void> {
  for (const { key } of limits) await giveBack(key, undefined, amount)
}

/**
 * Takes an amount of each share, from the site and then from its network, up to the first refusal: a site that is refused
 * leaves no counters of its many networks behind, and a network that is refused uses up nothing of its site's.
 * @param address of the client, as our own web server tells it
 */
export async function takeShares(shares: readonly Share[], address: string, amount = 1): Promise<Allowance> {
  const site = ofSite(shares, address)
  const refusedToSite = await firstRefusal(site, amount)
  if (refusedToSite) return refusedToSite
  const refused = await firstRefusal(ofNetwork(shares, address), amount)
  if (!refused) return { ok: true, retryAfterSeconds: 0 }
  await giveBackAll(site, amount)
  return refused
}

/** Gives back what {@link takeShares} allowed, where it turned out not to count. */
export const giveBackShares = (shares: readonly Share[], address: string, amount = 1): Promise<void> =>
  giveBackAll([...ofSite(shares, address), ...ofNetwork(shares, address)], amount)
