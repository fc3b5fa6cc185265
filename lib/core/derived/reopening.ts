import { dayOf } from '../deadlines/days'
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

/**
 * The day, `YYYY-MM-DD`, of the person's earliest word since we last wrote to them: the clock of what they ask for again counts
 * from it. Null where they have said nothing since.
 * @param timeZone IANA name, in which the request's days are counted
 */
export function askedAgainOn({ messages }: PrivacyRequest, timeZone: string): string | null {
  const ours = messages.findLastIndex(({ direction }) => direction === 'out')
  const days = messages
    .slice(ours + 1)
    .flatMap(({ direction, sender, saidOn, at }) =>
      direction === 'in' && sender === 'requester' ? [saidOn ?? dayOf(at, timeZone).toString()] : [],
    )
  return days.toSorted()[0] ?? null
}

/** Support may reopen most; what Trust & Safety or Privacy ended, only Privacy. */
export const reopeners = (request: PrivacyRequest): readonly Role[] =>
  request.outcome && privacyOnly.includes(request.outcome) ? ['privacy'] : supportAndPrivacy

export const mayReopen = (role: Role, request: PrivacyRequest): boolean => reopeners(request).includes(role)
