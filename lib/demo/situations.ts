import { actingSituations } from './acting'
import { deceasedSituations } from './deceased'
import { enterpriseSituations } from './enterprise'
import { handOverSituations } from './hand-overs'
import { individualSituations } from './individual'
import { otherDeletions } from './other-deletions'
import { otherRights } from './other-rights'
import { proceedings } from './proceedings'
import type { Situation } from './situation'

/** Each situation that a request of any type can be in, so that the queue shows all of them. */
export const situations: readonly Situation[] = [
  ...individualSituations,
  ...enterpriseSituations,
  ...otherDeletions,
  ...deceasedSituations,
  ...actingSituations,
  ...handOverSituations,
  ...otherRights,
  ...proceedings,
]
