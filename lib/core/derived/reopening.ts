import type { Role } from '../people/actor'
import { supportAndPrivacy } from '../people/permissions'
import type { Outcome, PrivacyRequest, State } from '../request/request'

/** Where a closed request goes when it is reopened: the earliest step that was not passed. */
const reopensTo: Partial<Record<Outcome, State>> = {
  unconfirmed: 'submitted',
  'not-verified': 'verifying',
  'no-permission': 'verifying',
  'no-response': 'verifying',
  'security-denied': 'verifying',
  'no-authority': 'verifying',
}
const privacyOnly: readonly Outcome[] = ['security-denied', 'no-authority']

export const reopeningOf = (request: PrivacyRequest): State | undefined => {
  const state = request.outcome ? reopensTo[request.outcome] : undefined
  // A request whose mailbox was never confirmed begins there, with any outcome.
  return state && !request.confirmedAt ? 'submitted' : state
}

export const isReopenable = (request: PrivacyRequest): boolean =>
  request.state === 'closed' && !request.contentErasedAt && reopeningOf(request) !== undefined

/** What isn't reopened is followed by a new request, as long as it is known whose it was. */
export const mayBeFollowed = (request: PrivacyRequest): boolean =>
  request.state === 'closed' && !request.contentErasedAt && !isReopenable(request)

/** Support may reopen most; what Trust & Safety or Privacy ended, only Privacy. */
export const reopeners = (request: PrivacyRequest): readonly Role[] =>
  request.outcome && privacyOnly.includes(request.outcome) ? ['privacy'] : supportAndPrivacy

export const mayReopen = (role: Role, request: PrivacyRequest): boolean => reopeners(request).includes(role)
