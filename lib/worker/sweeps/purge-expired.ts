import { tryParts } from '@/lib/door/due/try-each'
import { deleteOldTries } from '@/lib/store/database/due-tries'
import { deleteExpiredCodes } from '@/lib/store/request/downloads'
import { expiredParts } from '@/lib/store/request/due'
import { deleteUnconfirmedSubscribers } from '@/lib/store/usage/subscribers'
import { deleteOldDeliveries } from '@/lib/store/webhooks/upkeep'
import type { Sweep } from '../engine'
import { system } from '../system'

/** Deletes short-lived rows that have expired. */
export const purgeExpired: Sweep = {
  name: 'purge-expired',
  async run(signal) {
    const parts = {
      ...expiredParts(system),
      'download codes': () => deleteExpiredCodes(system),
      'unconfirmed subscribers': () => deleteUnconfirmedSubscribers(),
      'deliveries to webhooks': () => deleteOldDeliveries(system),
      'tries of what is due no more': () => deleteOldTries(system),
    }
    await tryParts(parts, signal)
  },
}
