import { authorityOf, ratingOf } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import type { RiskRating } from '../risk/rating'
import { needsAuthority } from './acting'

/** Whether Privacy knows who asks. Until then all work waits, even for a deleted account. True where the person asks for themselves. */
export const authorityGiven = (request: PrivacyRequest): boolean =>
  !needsAuthority(request) || authorityOf(request)?.result === 'valid'

/** The rating as people and the queue may see it: none before the authority is validated. */
export const shownRatingOf = (request: PrivacyRequest): RiskRating | null =>
  authorityGiven(request) ? ratingOf(request) : null
