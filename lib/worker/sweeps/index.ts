import type { Sweep } from '../engine'
import { checkpoint } from './checkpoint'
import { forget } from './forget'
import { endHolds, lapse, remind } from './timers'

/** What the clock brings about, each looked for every few seconds by the database's time. */
export const sweeps: readonly Sweep[] = [lapse, remind, endHolds, forget, checkpoint]
