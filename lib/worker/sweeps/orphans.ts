import { systemClock } from '@/lib/clock'
import { removeOrphans } from '@/lib/door/files/attach-orphans'
import { log } from '@/lib/log'
import type { Sweep } from '../engine'

const EVERY_MS = 30 * 60_000
let ranAt = 0

/** Files that belong to nothing. Looking through a folder is slow and never urgent, so only now and then. */
export const orphans: Sweep = {
  name: 'orphans',
  async run(signal) {
    const now = systemClock.now()
    if (now.getTime() - ranAt < EVERY_MS) return
    ranAt = now.getTime()
    const removed = await removeOrphans(now, signal)
    if (removed > 0) log.info({ removed }, 'took away files that belong to nothing')
  },
}
