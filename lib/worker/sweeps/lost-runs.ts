import { tryParts } from '@/lib/door/due/try-each'
import { log } from '@/lib/log'
import { removeEndedTurns, requeueLostRuns } from '@/lib/store/systems/lost-runs'
import type { Sweep } from '../engine'
import { system } from '../system'

async function requeue(): Promise<void> {
  const lost = await requeueLostRuns(system)
  if (lost.length > 0) log.error({ lost }, 'no job was about steps that systems are doing')
}

/** Steps that connected systems are doing and that no job is about any more; jobs that are over without anybody having said so. */
export const lostRuns: Sweep = {
  name: 'lost runs',
  async run(signal) {
    const parts = {
      'steps whose job is lost': requeue,
      'turns at connected systems that are over': () => removeEndedTurns(system),
    }
    await tryParts(parts, signal)
  },
}
