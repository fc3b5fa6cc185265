import { z } from 'zod'
import { requestCommand } from '../../command'
import { Draft } from '../../draft'

/** A reply on the person's own page. After the request has closed it is kept, flagged as late, and offers *Reopen*. */
export const reply = requestCommand({
  name: 'reply',
  label: 'Send my reply',
  from: ['checking', 'verifying', 'processing', 'closed'],
  to: ['checking', 'verifying', 'processing', 'closed'],
  who: ['requester'],
  input: z.object({ text: z.string().trim().min(1).max(4000) }),
  decide(request, { text }, context) {
    const messageId = context.newId()
    const late = request.state === 'closed'
    const message = {
      id: messageId,
      key: 'reply',
      direction: 'in' as const,
      sender: 'requester',
      late,
      at: context.now,
      delivery: 'none' as const,
      deliveryAt: null,
    }
    return new Draft(request, context)
      .set({
        messages: [...request.messages, message],
        lateReplyAt: late ? context.now : request.lateReplyAt,
      })
      .fact({ late })
      .effect({ kind: 'received', messageId, key: 'reply', subject: 'Reply from the requester', body: text })
      .done()
  },
})
