import type { ReplyChannel } from '../../request/channel'
import { unreadMessages } from '../../request/unread'
import type { Draft } from '../draft'
import { waitingOn } from '../waiting-on'

interface Received {
  key: string
  subject: string
  body: string
  /** It came after the time to answer had ended. */
  late?: boolean
  channel?: ReplyChannel
  /** The day `YYYY-MM-DD` on which it was said, where staff recorded it. */
  saidOn?: string
  /** Nothing is left to read: the colleague who recorded it has read it, or it has no words of its own. */
  read?: boolean
  /** The team knows already, or the command tells one by itself. */
  told?: boolean
}

/** Keeps the person's text as an incoming message, and tells the team once for everything that waits to be read. */
export function receive(draft: Draft, received: Received): Draft {
  const { key, subject, body, late = false, channel = 'privacy-center', saidOn = null } = received
  const { read = false, told = false } = received
  const { newId, now } = draft.context
  const messageId = newId()
  const waited = unreadMessages(draft.next).length > 0
  const message = {
    id: messageId,
    key,
    direction: 'in' as const,
    sender: 'requester',
    late,
    channel,
    saidOn,
    at: now,
    readAt: read ? now : null,
    delivery: 'none' as const,
    deliveryAt: null,
  }
  draft.set({ messages: [...draft.next.messages, message] })
  draft.effect({ kind: 'received', messageId, key, subject, body })
  return told || waited ? draft : tellTeam(draft)
}

/** A notice with ids alone, to the person who has the request, or else to the team whose turn it is. */
function tellTeam(draft: Draft): Draft {
  const team = waitingOn(draft.next) === 'privacy' ? 'privacy' : 'support-engineer'
  return draft.notifyTeam(team, 'new-message', { toAssignee: true })
}
