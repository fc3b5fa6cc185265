import { isOwnDeletion, isShut } from '../../account/checks'
import { typeOf } from '../../handbook/request-types/type-of'
import { accountOf, ratingOf, verificationOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'

/**
 * The level of questions that this request needs, or null: rating medium or high, and the user has any private project
 * (an unknown count is taken as having some). Some types ask at a high rating always. Handbook, "Verification questions".
 */
export function questionsNeeded(request: PrivacyRequest): 'medium' | 'high' | null {
  const account = accountOf(request)
  const rating = ratingOf(request)?.rating
  const { questions } = typeOf(request)
  if (!account || !rating || rating === 'low' || questions === 'none') return null
  if (rating === 'high' && questions === 'high-always') return rating
  return account.privateProjects === 0 ? null : rating
}

export const questionsPassed = (request: PrivacyRequest): boolean =>
  verificationOf(request)?.result === 'passed'

export const questionsOpen = (request: PrivacyRequest): boolean =>
  questionsNeeded(request) !== null && !questionsPassed(request)

/** Blocked because the user deleted the account themselves: looked at before any questions, where the account is to go. */
export const deletedByOwner = (request: PrivacyRequest): boolean => {
  return typeOf(request).deleted === 'settles' && isOwnDeletion(accountOf(request))
}

/** Blocked or banned for another reason: Trust & Safety decides, once any needed answers have passed. */
export const reviewNeeded = (request: PrivacyRequest): boolean => {
  const account = accountOf(request)
  if (!account || request.handled) return false
  return isShut(account) && !deletedByOwner(request)
}
