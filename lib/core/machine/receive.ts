import type { Draft } from './draft'

/** Keeps the person's text as an incoming message. */
export function receive(draft: Draft, key: string, subject: string, body: string, late = false): Draft {
  const { newId, now } = draft.context
  const messageId = newId()
  const message = {
    id: messageId,
    key,
    direction: 'in' as const,
    sender: 'requester',
    late,
    at: now,
    delivery: 'none' as const,
    deliveryAt: null,
  }
  draft.set({ messages: [...draft.next.messages, message] })
  return draft.effect({ kind: 'received', messageId, key, subject, body })
}
