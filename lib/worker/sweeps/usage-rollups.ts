import { rollUp } from '@/lib/store/usage/rollups'
import { rolledEvents } from '@/lib/usage-data/figures/rolled'
import type { Sweep } from '../engine'

/** Rolls up past days of usage data, a few at a time. After a gap, each round continues where the last one ended. */
export const countUsage: Sweep = {
  name: 'usage roll-ups',
  run: async () => {
    await rollUp(rolledEvents())
  },
}
