import { rollUp } from '@/lib/store/usage/rollups'
import { rolledEvents } from '@/lib/usage-data/figures/rolled'
import type { Sweep } from '../engine'

/** Counts the days of usage data that are over, a few at a time: after a gap, each round takes up where the last one ended. */
export const countUsage: Sweep = {
  name: 'usage roll-ups',
  run: async () => {
    await rollUp(rolledEvents())
  },
}
