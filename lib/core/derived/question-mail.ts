import { messageRules } from '../handbook/messages/index'
import { openWindow } from '../request/current'
import type { MessageRecord } from '../request/message-record'
import type { PrivacyRequest } from '../request/request'
import type { WindowReason } from '../request/response-window'

// A question to the person is a message that carries a response window; what became of it is read off the conversation.

/** The windows in which the person answers; the owner of an organisation answers in another one. */
export const theirWindows = [
  'verification',
  'owner-consent',
  'self-serve',
  'documents',
  'clarification',
] as const satisfies readonly WindowReason[]

/** The question that was mailed last, of those that carry this window. */
export const questionMail = (request: PrivacyRequest, reason: WindowReason): MessageRecord | undefined =>
  request.messages.findLast(message => messageRules.get(message.key)?.window?.reason === reason)

/** The person wrote a free reply instead of answering in the form, so a person has to read it. */
export function repliedTo(request: PrivacyRequest, reason: WindowReason): boolean {
  const question = questionMail(request, reason)
  if (!question) return false
  return request.messages.slice(request.messages.indexOf(question)).some(message => message.key === 'reply')
}

/** The person has the question: its window is open, or its mail is on its way and will open it. */
export const isWithThem = (request: PrivacyRequest, reason: WindowReason): boolean =>
  !repliedTo(request, reason) &&
  (openWindow(request, reason) !== undefined || questionMail(request, reason)?.delivery === 'queued')

/** Nothing of the question is under way, so that it can be asked again; what is uncertain is settled first. */
export const mayAskAgain = (request: PrivacyRequest, reason: WindowReason): boolean => {
  const delivery = questionMail(request, reason)?.delivery
  return !openWindow(request, reason) && delivery !== 'queued' && delivery !== 'uncertain'
}
