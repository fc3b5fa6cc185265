import type { Law } from '../law'
import { africaAndWestAsia } from './africa-and-west-asia'
import { asia } from './asia'
import { california, nevada } from './california-and-nevada'
import { europeanUnion } from './european-union'
import { oceania } from './oceania'
import { restOfAmerica } from './rest-of-america'
import { restOfEurope } from './rest-of-europe'
import { unitedKingdom } from './united-kingdom'
import { unitedStates } from './united-states'

/** The laws of each file, in the order in which the settings list them. */
export const lawsByPlace = {
  'european-union': [europeanUnion],
  'united-kingdom': [unitedKingdom],
  'rest-of-europe': restOfEurope,
  'california-and-nevada': [california, nevada],
  'united-states': unitedStates,
  'rest-of-america': restOfAmerica,
  asia,
  'africa-and-west-asia': africaAndWestAsia,
  oceania,
} as const satisfies Readonly<Record<string, readonly Law[]>>

export const laws: readonly Law[] = Object.values(lawsByPlace).flat()
