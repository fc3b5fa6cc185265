import { systemClock } from '@/lib/clock'
import { log } from '@/lib/log'
import { dropPartitions, ensurePartitions } from '@/lib/store/usage/partitions'
import { forgetSeen } from '@/lib/store/usage/seen'
import type { Sweep } from '../engine'

const EVERY_MS = 15 * 60_000
let ranAt = 0

/** Room for next month’s usage data, and the end of what has been kept for its time. */
export const usageStorage: Sweep = {
  name: 'usage storage',
  async run() {
    const now = systemClock.now()
    if (now.getTime() - ranAt < EVERY_MS) return
    ranAt = now.getTime()
    await ensurePartitions()
    const dropped = await dropPartitions()
    if (dropped.length > 0) log.info({ dropped }, 'usage data has been kept for its time and is gone')
    await forgetSeen()
  },
}
