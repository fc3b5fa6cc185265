import { z } from 'zod'
import { messageRules } from '../../handbook/messages/index'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { effectOf } from '../../machine/message-effects'
import { supportAndPrivacy } from '../../people/permissions'

/** Sends a message with the effect that it carries, or refuses and names the command that has it. */
export const sendMessage = requestCommand({
  name: 'send-message',
  label: 'Send',
  may: 'Messages, and what became of them',
  who: supportAndPrivacy,
  says: { history: 'wrote to the requester' },
  from: ['checking', 'verifying', 'processing', 'closed'],
  to: ['checking', 'verifying', 'processing', 'closed'],
  input: z.object({
    message: z.string().max(100),
    subject: z.string().trim().min(1).max(200).optional(),
    body: z.string().trim().min(1).max(10_000).optional(),
    of: z.string().max(40).optional(),
  }),
  decide(request, { message, ...sending }, context) {
    const rule = messageRules.get(message)
    if (!rule) return refuse('unknown-message', message)
    if (rule.by !== 'send-message') return refuse('use-command', rule.by)
    const { actor } = context
    if (rule.roles && !(actor.kind === 'staff' && rule.roles.includes(actor.role)))
      return refuse('not-allowed')
    return effectOf(rule.key)(request, sending, context)
  },
})
