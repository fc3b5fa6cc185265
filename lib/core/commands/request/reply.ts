import { z } from 'zod'
import { theirWindows } from '../../derived/question-mail'
import { requestCommand } from '../../machine/command'
import { receive } from '../../machine/conversation/receive'
import { Draft } from '../../machine/draft'
import { openWindow } from '../../request/current'
import { isPaused } from '../../request/paused-windows'
import type { PrivacyRequest } from '../../request/request'

/**
 * A reply on the person's own page. It closes the window that is open for them and makes it our turn, like every answer; what
 * was asked stays open until a person has read it. After the request has closed it is kept, flagged as late, and offers *Reopen*.
 */
export const reply = requestCommand({
  name: 'reply',
  label: 'Send my reply',
  may: 'Confirm, answer, write and withdraw',
  who: ['requester'],
  says: { history: ({ late }) => (late ? 'replied, after the time had run out' : 'replied') },
  from: ['checking', 'verifying', 'processing', 'closed'],
  to: ['checking', 'verifying', 'processing', 'closed'],
  input: z.object({ text: z.string().trim().min(1).max(10_000) }),
  decide(request, { text }, context) {
    const closed = request.state === 'closed'
    const late = closed || cameAfterTheEnd(request, context.now)
    const draft = new Draft(request, context).fact({ late })
    if (closed) draft.set({ lateReplyAt: context.now })
    for (const reason of theirWindows) draft.closeWindow(reason, 'requester')
    return receive(draft, { key: 'reply', subject: 'Reply from the requester', body: text, late }).done()
  },
})

/** A window that has run out and on which nobody has acted yet. */
const cameAfterTheEnd = (request: PrivacyRequest, now: Date): boolean =>
  theirWindows.some(reason => {
    const endsAt = openWindow(request, reason)?.endsAt
    return endsAt !== undefined && endsAt < now && !isPaused(request, reason)
  })
