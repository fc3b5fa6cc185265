import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { markReadWhere } from '../../machine/conversation/read-messages'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { goOn } from '../../machine/flow'
import { supportAndPrivacy } from '../../people/permissions'
import { unreadMessages } from '../../request/unread'

/** Somebody has read what the person wrote, up to a message or all of it. What waited for that continues. */
export const markRead = requestCommand({
  name: 'mark-read',
  label: 'Mark as read',
  may: 'Messages, and what became of them',
  who: supportAndPrivacy,
  says: { done: 'Marked as read.', mailsToo: true, history: 'read what the person wrote' },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  /** `message`: the last one that was read; what came after it stays unread. */
  input: z.object({ message: z.string().max(60).optional() }),
  decide(request, { message: last }, context) {
    const unread = unreadMessages(request)
    const at = last === undefined ? unread.length - 1 : unread.findIndex(message => message.id === last)
    if (at < 0) return refuse('nothing-unread')
    const read = unread.slice(0, at + 1)
    const draft = markReadWhere(new Draft(request, context), message => read.includes(message))
    draft.fact({ read: read.length })
    return read.length < unread.length ? draft.done() : goOn(draft).done()
  },
})
