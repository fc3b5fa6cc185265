import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { afterDelivery } from '../../machine/delivery'
import { inWords, messageNamed } from '../../machine/fact-labels'
import { deliveryReasons } from '../../request/message-record'

/** What the mail server said. Acceptance starts the response window that the message opens; anything else is a person's. */
export const recordDelivery = requestCommand({
  name: 'record-delivery',
  label: 'Record what became of a mail',
  may: 'What the system does automatically',
  who: ['system'],
  says: { history: ({ message, delivery }) => `noted of “${messageNamed(message)}”: ${inWords(delivery)}` },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  keepsVersion: true,
  input: z.object({
    message: z.string(),
    result: z.enum(['accepted', 'bounced', 'uncertain']),
    reason: z.enum(deliveryReasons).optional(),
  }),
  decide(request, { message, result, reason }, context) {
    const known = request.messages.find(candidate => candidate.id === message)
    if (!known) return refuse('unknown-message')
    if (known.delivery === result || known.delivery === 'accepted') return refuse('not-uncertain')
    return afterDelivery(request, known, { result, reason }, context).done()
  },
})
