import { troubledMessages } from '../derived/troubled-messages'
import { messageRules } from '../handbook/messages/index'
import { windowDaysOf } from '../handbook/window-days'
import { openWindow } from '../request/current'
import type { DeliveryReason, MessageRecord } from '../request/message-record'
import type { PrivacyRequest } from '../request/request'
import type { Context } from './decision'
import { Draft } from './draft'
import { windowRule } from './windows'

/** Notes what became of a mail; once the server has accepted it, the window that the message carries opens. */
export function afterDelivery(
  request: PrivacyRequest,
  message: MessageRecord,
  { result, reason }: { result: 'accepted' | 'bounced' | 'uncertain'; reason?: DeliveryReason | undefined },
  context: Context,
): Draft {
  const draft = new Draft(request, context).fact({
    message: message.key,
    delivery: result,
    ...(reason && { reason }),
  })
  const deliveryReason = result === 'bounced' ? (reason ?? null) : null
  const changed = { ...message, delivery: result, deliveryAt: context.now, deliveryReason }
  draft.set({ messages: request.messages.map(existing => (existing.id === message.id ? changed : existing)) })
  if (result !== 'accepted')
    return troubledMessages(draft.next).some(candidate => candidate.id === message.id)
      ? draft.notifyTeam('support-engineer', 'delivery-problem', {
          reason: result,
          ...(reason && { deliveryReason: reason }),
        })
      : draft
  const carries = messageRules.get(message.key)?.window
  if (carries && windowRule(carries.reason).isAwaited(request) && !openWindow(request, carries.reason))
    draft.openWindow(carries.reason, windowDaysOf(request, carries), true)
  return draft
}
