import type { Law } from '../law'
import { europeanUnion } from './european-union'
import { restOfWorld } from './rest-of-world'
import { unitedKingdom } from './united-kingdom'
import { unitedStates } from './united-states'

export const laws: readonly Law[] = [europeanUnion, unitedKingdom, ...unitedStates, ...restOfWorld]
