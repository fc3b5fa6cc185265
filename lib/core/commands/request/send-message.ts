import { z } from 'zod'
import { messageRules } from '../../handbook/messages/index'
import { typeOf } from '../../handbook/request-types/type-of'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { effectOf, saysGone } from '../../machine/message-effects'
import { supportAndPrivacy } from '../../people/permissions'

const whyGone = {
  name: 'note',
  label: 'Why the account counts as gone',
  hint: 'Needed only where the look-up still finds it. Seen by staff only.',
} as const

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
    note: z.string().trim().max(2000).optional(),
  }),
  carries: [
    { message: 'account-already-deleted', preset: { message: 'account-already-deleted' }, form: [whyGone] },
    {
      message: 'blocked-account-deletion-request',
      preset: { message: 'blocked-account-deletion-request' },
      form: [whyGone],
    },
  ],
  wantsFreshChecks: (request, { message }) => saysGone.has(message) && typeOf(request).looksUp,
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
