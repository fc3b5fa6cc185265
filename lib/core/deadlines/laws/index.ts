import type { Law } from '../law'
import { europeanUnion } from './european-union'
import { restOfWorld } from './rest-of-world'
import { unitedKingdom } from './united-kingdom'
import { unitedStates } from './united-states'

/** The laws of each file, in the order in which the settings list them. */
export const lawsByPlace = {
  'european-union': [europeanUnion],
  'united-kingdom': [unitedKingdom],
  'united-states': unitedStates,
  'rest-of-world': restOfWorld,
} as const satisfies Readonly<Record<string, readonly Law[]>>

export const laws: readonly Law[] = Object.values(lawsByPlace).flat()
