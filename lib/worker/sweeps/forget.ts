import { forgetCodes } from '@/lib/store/request/downloads'
import { forgetExpired } from '@/lib/store/request/due'
import { forgetUnconfirmedSubscribers } from '@/lib/store/usage/subscribers'
import type { Sweep } from '../engine'
import { system } from '../system'

/** Short-lived things leave by themselves. */
export const forget: Sweep = {
  name: 'forget',
  async run() {
    await forgetExpired(system)
    await forgetCodes(system)
    await forgetUnconfirmedSubscribers()
  },
}
