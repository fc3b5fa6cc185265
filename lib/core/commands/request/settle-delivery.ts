import { z } from 'zod'
import { troubledMessages } from '../../derived/troubled-messages'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { afterDelivery } from '../../machine/delivery'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'

/** A person says what became of a mail whose fate is uncertain: delivered, or to be sent again. */
export const settleDelivery = requestCommand({
  name: 'settle-delivery',
  label: 'Settle an uncertain mail',
  may: 'Messages, and what became of them',
  who: supportAndPrivacy,
  says: {
    before: ({ delivered }) =>
      delivered === true
        ? 'The message counts as delivered, and its response window opens.'
        : 'The same mail is sent once more. If the first one did arrive, the person has it twice.',
    done: 'Noted.',
    history: 'settled what became of a mail',
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({ message: z.string(), delivered: z.boolean() }),
  decide(request, { message, delivered }, context) {
    const troubled = troubledMessages(request).find(candidate => candidate.id === message)
    if (!troubled) return refuse('not-uncertain')
    if (delivered) {
      const draft = afterDelivery(request, troubled, { result: 'accepted' }, context)
      return draft.effect({ kind: 'settle-mail', messageId: message, as: 'accepted' }).done()
    }
    const messages = request.messages.map(existing =>
      existing.id === message ? { ...existing, delivery: 'queued' as const, deliveryReason: null } : existing,
    )
    return new Draft(request, context)
      .set({ messages })
      .effect({ kind: 'settle-mail', messageId: message, as: 'queued' })
      .done()
  },
})
