import { tryParts } from '@/lib/door/due/try-each'
import { log } from '@/lib/log'
import { pickUpDeliveries } from '@/lib/store/webhooks/upkeep'
import type { Sweep } from '../engine'
import { system } from '../system'

/** Deliveries to webhooks that lost their job. */
export const webhookDeliveries: Sweep = {
  name: 'webhook deliveries',
  async run(signal) {
    const pickUp = async () => {
      const found = await pickUpDeliveries(system)
      if (found > 0) log.warn({ found }, 'deliveries to webhooks had lost their jobs')
    }
    await tryParts({ 'lost deliveries to webhooks': pickUp }, signal)
  },
}
