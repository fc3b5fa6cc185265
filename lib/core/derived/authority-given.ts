import { typeOf } from '../handbook/request-types/type-of'
import { authorityOf, ratingOf } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import type { RiskRating } from '../risk/rating'

/** Whether Privacy knows who asks. Until then all work waits, even for a deleted account. True for a type that needs no authority. */
export const authorityGiven = (request: PrivacyRequest): boolean =>
  !typeOf(request).requirements.includes('authority') || authorityOf(request)?.result === 'valid'

/** The rating as people and the queue may see it: none before the authority is validated. */
export const shownRatingOf = (request: PrivacyRequest): RiskRating | null =>
  authorityGiven(request) ? ratingOf(request) : null
