import { windowEnd } from '../deadlines/days'
import { messageRules } from '../handbook/messages/index'
import { windowDaysOf } from '../handbook/window-days'
import type { PrivacyRequest } from '../request/request'
import type { ResponseWindow } from '../request/response-window'

/** The answer may come when ours is due, or later: a window ends at the end of its last day, as the due date does. */
export const endsTooLate = (
  { dueOn }: Pick<PrivacyRequest, 'dueOn'>,
  { endsAt }: Pick<ResponseWindow, 'endsAt'>,
): boolean => endsAt >= dueOn

/** The end of the window that this message would open now, where that is on or after the due date; else null. */
export function lateEndOf(
  request: Pick<PrivacyRequest, 'type' | 'dueOn'>,
  message: string,
  { now, timeZone }: { now: Date; timeZone: string },
): Date | null {
  const opens = messageRules.get(message)?.window
  if (!opens) return null
  const endsAt = windowEnd(now, windowDaysOf(request, opens), timeZone)
  return endsTooLate(request, { endsAt }) ? endsAt : null
}
