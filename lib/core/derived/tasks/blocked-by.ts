import { blockingExceptions, openEscalation, openHolds } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import { unreadMessages } from '../../request/unread'
import type { Reason } from '../reasons'

/**
 * Why nothing may be destroyed or handed over now, or null: only in processing, not on hold, with no question to Privacy open,
 * nothing of the person unread, and no open exception that Privacy has to decide about (handbook, "Order that protects people",
 * "The person's word comes first", "Exceptions block").
 */
export function blockedBy(request: PrivacyRequest): Reason | null {
  if (request.state !== 'processing') return 'not-destructive-yet'
  if (openHolds(request).length > 0) return 'on-hold'
  if (openEscalation(request)) return 'escalation-open'
  if (unreadMessages(request).length > 0) return 'unread-message'
  return blockingExceptions(request).length > 0 ? 'exception-stands' : null
}
