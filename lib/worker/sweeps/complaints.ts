import { tryEach } from '@/lib/door/due/try-each'
import { tellProgress } from '@/lib/door/off-channel/tell-progress'
import { complaintsUnderway } from '@/lib/store/request/due'
import type { Sweep } from '../engine'
import { system } from '../system'

/** Tells people who complained outside any request that we are still working on it, at half of the time. */
export const tellOfProgress: Sweep = {
  name: 'complaints',
  async run(signal) {
    await tryEach('complaints', await complaintsUnderway(system), due => tellProgress(system, due), signal)
  },
}
