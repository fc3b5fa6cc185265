import { tryParts } from '@/lib/door/due/try-each'
import { forgetTries } from '@/lib/store/database/due-tries'
import { forgetCodes } from '@/lib/store/request/downloads'
import { expiredParts } from '@/lib/store/request/due'
import { forgetUnconfirmedSubscribers } from '@/lib/store/usage/subscribers'
import type { Sweep } from '../engine'
import { system } from '../system'

/** Deletes short-lived rows that have expired. */
export const purgeExpired: Sweep = {
  name: 'forget',
  async run(signal) {
    const parts = {
      ...expiredParts(system),
      'download codes': () => forgetCodes(system),
      'unconfirmed subscribers': () => forgetUnconfirmedSubscribers(),
      'tries of what is due no more': () => forgetTries(system),
    }
    await tryParts(parts, signal)
  },
}
