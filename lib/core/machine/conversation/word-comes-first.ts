import type { Actor } from '../../people/actor'
import type { PrivacyRequest } from '../../request/request'
import { unreadMessages } from '../../request/unread'
import type { Decision } from '../decision'
import { refuse } from '../decision'

/**
 * Refuses an act of a colleague that would end the request while something that the person wrote waits to be read (handbook,
 * “The person's word comes first”), and a later look-up that would settle the deletion, a timer's included. What the act itself
 * counts as read doesn't wait: the answers that are judged, the message on which it is withdrawn.
 * @param before the request as the act found it
 */
export function wordComesFirst(before: PrivacyRequest, decision: Decision, actor: Actor): Decision {
  if (!decision.ok || unreadMessages(decision.next).length === 0) return decision
  const byStaff = actor.kind === 'staff'
  const ends = byStaff && before.state !== 'closed' && decision.next.state === 'closed'
  const later = before.state === 'verifying' || before.state === 'processing'
  const settles = later && before.handled === null && decision.next.handled !== null
  return ends || (settles && (byStaff || actor.kind === 'system')) ? refuse('unread-message') : decision
}
