import { system } from '@/lib/core/actor'
import { forgetExpired } from '@/lib/store/due'
import type { Sweep } from '../engine'

/** Short-lived things leave by themselves. */
export const forget: Sweep = { name: 'forget', run: () => forgetExpired(system) }
