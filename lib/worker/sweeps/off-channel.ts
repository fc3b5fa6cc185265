import { tryEach } from '@/lib/door/due/try-each'
import { remindOfEntry } from '@/lib/door/off-channel/remind-of-entry'
import { entriesNear } from '@/lib/store/request/due'
import type { Sweep } from '../engine'
import { system } from '../system'

/** Reminds Privacy of what came off-channel and is due: five days and one day before, and on the day. */
export const remindOfEntries: Sweep = {
  name: 'off-channel',
  async run(signal) {
    await tryEach('off-channel', await entriesNear(system), due => remindOfEntry(system, due), signal)
  },
}
