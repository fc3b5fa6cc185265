import { z } from 'zod'
import { groundForPerson, groundWords } from '../../handbook/grounds'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'
import { supportAndPrivacy } from '../../people/permissions'
import { byChannel } from '../../request/channel'
import { grounds } from '../../request/record'

/** Closes as refused (Privacy, with a ground) or withdrawn (on the requester's own message); nothing else is a choice. */
export const close = requestCommand({
  name: 'close',
  label: 'Close',
  may: 'Withdraw on the requester’s message; refuse, which only Privacy may',
  who: supportAndPrivacy,
  says: {
    history: ({ channel, ground }) => {
      if (ground) return `closed the request (ground: ${inWords(ground)})`
      return channel === undefined || channel === 'privacy-center'
        ? 'closed the request'
        : `closed the request, which the person had withdrawn (${inWords(channel)})`
    },
  },
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['closed'],
  input: z.object({
    outcome: z.enum(['refused', 'withdrawn']),
    note: z.string().trim().min(1).max(2000),
    /** Of a refusal; without one it counts as `other`. */
    ground: z.enum(grounds).optional(),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  carries: [
    {
      message: 'request-refused',
      preset: { outcome: 'refused' },
      form: [
        {
          name: 'ground',
          label: 'Kind of ground',
          hint: 'It is counted, and the person reads it in words.',
          choices: Object.fromEntries(grounds.map(ground => [ground, groundWords[ground].label])),
        },
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
  decide(request, { outcome, note, ground = 'other', ...edited }, context) {
    const draft = new Draft(request, context)
    if (outcome === 'refused') {
      if (context.actor.kind !== 'staff' || context.actor.role !== 'privacy') return refuse('not-allowed')
      markRead(draft, 'objection')
        .note(`Refused: ${note}`)
        .sendMessage('request-refused', { variables: { ground: groundForPerson(ground, note) }, edited })
      return draft.set({ ground }).fact({ ground }).close('refused').done()
    }
    if (request.erasureBegunAt) return refuse('erasure-begun')
    // An objection is somebody else's word, from a mailbox of the account.
    const theirs = request.messages.filter(
      message => message.direction === 'in' && message.key !== 'objection',
    )
    const said = theirs.findLast(message => message.key === 'withdrawal') ?? theirs.at(-1)
    if (!said) return refuse('mailbox-message-missing')
    const channel = said.channel ?? 'privacy-center'
    return markRead(draft)
      .fact({ channel, ...(said.saidOn && { saidOn: said.saidOn }) })
      .note(`Withdrawn ${byChannel[channel]}: ${note}`)
      .sendMessage('request-closed', { variables: { closed_because: 'You asked us to stop.' }, edited })
      .close('withdrawn')
      .done()
  },
})
