import type { PrivacyRequest } from '../request/request'
import type { WindowReason } from '../request/response-window'
import { messageRules } from './messages/index'
import { requestTypes } from './request-types/index'

/** The organisation's owner has this many days to decide. None of our messages opens this window. */
export const ownerDecisionDays = 10
/** The requester has so many days to confirm the mailbox. */
export const confirmationDays = 7
/** Days in which we answer a complaint where the law sets none. */
export const complaintDays = 30

/** Calendar days of the window that a message opens on this request: some types give more of them. */
export const windowDaysOf = (
  { type }: Pick<PrivacyRequest, 'type'>,
  { reason, days }: { reason: WindowReason; days: number },
): number => requestTypes.get(type)?.windowDays?.[reason] ?? days

/** Calendar days of a window, from the message that opens it. */
export function windowDays(reason: WindowReason): number {
  if (reason === 'confirmation') return confirmationDays
  if (reason === 'owner-decision') return ownerDecisionDays
  const rule = [...messageRules.values()].find(rule => rule.window?.reason === reason)
  if (!rule?.window) throw new Error(`nothing opens the window ${reason}`)
  return rule.window.days
}
