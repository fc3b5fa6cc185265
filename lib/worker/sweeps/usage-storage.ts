import { systemClock } from '@/lib/clock'
import { tryEach, tryParts } from '@/lib/door/due/try-each'
import { log } from '@/lib/log'
import { deleteReceivedBefore } from '@/lib/store/usage/events'
import { dropPartition, ensurePartitions, partitionsOutOfTime } from '@/lib/store/usage/partitions'
import { deleteSeenBefore } from '@/lib/store/usage/seen'
import type { Sweep } from '../engine'

const EVERY_MS = 15 * 60_000
let ranAt = 0

async function dropWhatIsOutOfTime(signal?: AbortSignal): Promise<void> {
  const drop = async ({ id }: { id: string }) => void (await dropPartition(id))
  const dropped = await tryEach('partitions', await partitionsOutOfTime(), drop, signal)
  if (dropped > 0) log.info({ dropped }, 'usage data has been kept for its time and is gone')
}

/** Makes next month’s partitions of usage data, and drops those past their retention period. */
export const usageStorage: Sweep = {
  name: 'usage storage',
  async run(signal) {
    const now = systemClock.now()
    if (now.getTime() - ranAt < EVERY_MS) return
    ranAt = now.getTime()
    const parts = {
      'room for usage data': () => ensurePartitions(),
      'usage data out of time': () => dropWhatIsOutOfTime(signal),
      'ids of old events': () => deleteSeenBefore(),
      'counts of old events': () => deleteReceivedBefore(),
    }
    await tryParts(parts, signal)
  },
}
