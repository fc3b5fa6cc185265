import type { MessageRecord } from '../../request/message-record'
import { unreadMessages } from '../../request/unread'
import type { Draft } from '../draft'

/** Marks messages of the person as read: those with these keys, or all. What waited for it continues by `goOn`. */
export function markRead(draft: Draft, ...keys: readonly string[]): Draft {
  return markReadWhere(draft, ({ key }) => keys.length === 0 || keys.includes(key))
}

/** The same for the messages that a test chooses. */
export function markReadWhere(draft: Draft, isRead: (message: MessageRecord) => boolean): Draft {
  const { now } = draft.context
  const read = new Set(unreadMessages(draft.next).filter(isRead))
  if (read.size === 0) return draft
  return draft.set({
    messages: draft.next.messages.map(message => (read.has(message) ? { ...message, readAt: now } : message)),
  })
}
