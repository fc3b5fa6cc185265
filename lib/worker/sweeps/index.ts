import type { Sweep } from '../engine'

/** What the clock brings about, each looked for every few seconds by the database's time. */
export const sweeps: readonly Sweep[] = []
