import { isIPv6 } from 'node:net'
import { networkOf } from '@/lib/auth/client-address'
import { uploadBytes } from '@/lib/core/files/file-limits'
import { type Allowance, consume } from '@/lib/store/database/limits'

/** One network's share, and what its whole site may use where the site has many networks. */
interface Share {
  what: string
  most: number
  seconds: number
}

/** Offices and mobile carriers share an address, so a network may do much; what one mailbox gets is limited apart. */
const submissions: readonly Share[] = [
  { what: 'public:minute', most: 40, seconds: 60 },
  { what: 'public:hour', most: 600, seconds: 3600 },
]

/** A form is begun once for each submission, so that as many may be begun as sent. Going on with one is free. */
const drafts: readonly Share[] = [
  { what: 'drafts:minute', most: 40, seconds: 60 },
  { what: 'drafts:hour', most: 600, seconds: 3600 },
]

/** In megabytes: as many forms as may be sent, each with a scan of some pages. */
const uploads: Share = { what: 'uploads:hour', most: 1000, seconds: 3600 }

/** In megabytes, from everybody together: what may lie here at most before any of it belongs to a request is twice as much. */
const allUploads: Share = { what: 'uploads:all', most: 10_000, seconds: 4 * 3600 }

/** A site is given 65,536 networks of IPv6 as easily as one. It may do what so many networks may. */
export const NETWORKS_OF_A_SITE = 8

const MB = 1024 * 1024

/** The /48 that a site gets of IPv6; of IPv4 the address itself. */
export function siteOf(address: string): string {
  const network = networkOf(address)
  return isIPv6(address) ? `${network.split(':').slice(0, 3).join(':')}::/48` : network
}

/** Takes an amount of each share, from the network and its site. The first refusal is the answer; later ones count all the same. */
async function take(shares: readonly Share[], address: string, amount = 1): Promise<Allowance> {
  const [network, site] = [networkOf(address), siteOf(address)]
  const answers: Allowance[] = []
  for (const { what, most, seconds } of shares) {
    answers.push(await consume(`${what}:${network}`, most, seconds, undefined, amount))
    if (site !== network)
      answers.push(await consume(`${what}:${site}`, most * NETWORKS_OF_A_SITE, seconds, undefined, amount))
  }
  return answers.find(({ ok }) => !ok) ?? { ok: true, retryAfterSeconds: 0 }
}

/**
 * Counts one submission, confirmation or request for a link from a network, over every process.
 * @param address of the client, as our own web server tells it
 */
export const allowFromNetwork = (address: string): Promise<Allowance> => take(submissions, address)

/** Counts one form that is begun, before anything of it is kept. */
export const allowDraft = (address: string): Promise<Allowance> => take(drafts, address)

/**
 * Counts what a form with files weighs, before any of it is read.
 * @param length as the client names it; without it, as much as such a form can weigh
 * @returns why it may not come; null where it may
 */
export async function whyNoUpload(
  address: string,
  length: string | null,
): Promise<'too-many-requests' | 'no-room' | null> {
  const said = Number(length)
  const bytes = said > 0 ? Math.min(said, uploadBytes) : uploadBytes
  const megabytes = Math.max(1, Math.ceil(bytes / MB))
  if (!(await take([uploads], address, megabytes)).ok) return 'too-many-requests'
  const { what, most, seconds } = allUploads
  return (await consume(what, most, seconds, undefined, megabytes)).ok ? null : 'no-room'
}
