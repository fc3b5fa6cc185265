import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'

/** Closes as refused (Privacy, with a ground) or withdrawn (on the requester's own message); nothing else is a choice. */
export const close = requestCommand({
  name: 'close',
  label: 'Close',
  may: 'Withdraw on the requester’s message; refuse, which only Privacy may',
  who: supportAndPrivacy,
  says: { history: 'closed the request' },
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['closed'],
  input: z.object({
    outcome: z.enum(['refused', 'withdrawn']),
    note: z.string().trim().min(1).max(2000),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  carries: [
    {
      message: 'request-refused',
      preset: { outcome: 'refused' },
      form: [
        {
          name: 'note',
          label: 'Ground',
          hint: 'One sentence for the person: it takes the place of {{ ground }} in the message.',
        },
      ],
    },
    {
      message: 'request-closed',
      preset: { outcome: 'withdrawn' },
      form: [{ name: 'note', label: 'Where the requester said so', hint: 'For the history.' }],
    },
  ],
  decide(request, { outcome, note, ...edited }, context) {
    const draft = new Draft(request, context)
    if (outcome === 'refused') {
      if (context.actor.kind !== 'staff' || context.actor.role !== 'privacy') return refuse('not-allowed')
      draft.note(`Refused: ${note}`).sendMessage('request-refused', { variables: { ground: note }, edited })
      return draft.close('refused').done()
    }
    if (request.erasureBegunAt) return refuse('erasure-begun')
    // An objection is somebody else's word, from a mailbox of the account.
    const theirs = request.messages.some(message => message.direction === 'in' && message.key !== 'objection')
    if (!theirs) return refuse('mailbox-message-missing')
    return draft
      .note(`Withdrawn: ${note}`)
      .sendMessage('request-closed', { variables: { closed_because: 'You asked us to stop.' }, edited })
      .close('withdrawn')
      .done()
  },
})
