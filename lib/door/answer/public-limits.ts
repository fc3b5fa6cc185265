import { networkOf } from '@/lib/auth/client-address'
import { type Allowance, consume } from '@/lib/store/database/limits'

/** Offices and mobile carriers share an address, so a network may do much; what one mailbox gets is limited apart. */
const PER_MINUTE = 40
const PER_HOUR = 600

/**
 * Counts one submission, confirmation or request for a link from a network, over every process.
 * @param address of the client, as our own web server tells it
 */
export async function allowFromNetwork(address: string): Promise<Allowance> {
  const network = networkOf(address)
  const minute = await consume(`public:minute:${network}`, PER_MINUTE, 60)
  const hour = await consume(`public:hour:${network}`, PER_HOUR, 3600)
  return minute.ok ? hour : minute
}
