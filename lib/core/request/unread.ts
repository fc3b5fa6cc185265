import type { MessageRecord } from './message-record'
import type { PrivacyRequest } from './request'

/** What the person, or the account’s own mailbox, said and nobody here has read, oldest first. */
export const unreadMessages = (request: Pick<PrivacyRequest, 'messages'>): MessageRecord[] =>
  request.messages.filter(message => message.direction === 'in' && message.readAt === null)

/** Since when something waits to be read; null where everything is read. */
export const unreadSince = (request: Pick<PrivacyRequest, 'messages'>): Date | null =>
  unreadMessages(request)[0]?.at ?? null
