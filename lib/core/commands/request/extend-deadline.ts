import { z } from 'zod'
import { clockFor } from '../../deadlines/deadline'
import { extensionReasons } from '../../deadlines/law'
import { extensionWords, lawOf } from '../../deadlines/of-request'
import { typeOf } from '../../handbook/request-types/type-of'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'

/** Extends the answer's deadline for one of the law's own reasons, once, told before the first deadline ends. */
export const extendDeadline = requestCommand({
  name: 'extend-deadline',
  label: 'Extend the deadline',
  may: 'Extend the deadline',
  who: ['privacy'],
  says: {
    before:
      '“Deadline Extended” goes to the requester with the reason and the new date. The law allows it once.',
    done: 'The deadline is extended.',
    mailsToo: true,
    history: ({ reason }) => `extended the deadline: ${inWords(reason)}`,
  },
  from: ['submitted', 'checking', 'verifying', 'processing'],
  to: ['submitted', 'checking', 'verifying', 'processing'],
  input: z.object({
    reason: z.enum(extensionReasons),
    /** Where the law has no cap of its own. */
    notifiedDay: z.iso.date().optional(),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  decide(request, { reason, notifiedDay, ...edited }, context) {
    const law = lawOf(request, context)
    const { extend } = clockFor(law, typeOf(request).action)
    if (request.extendedAt) return refuse('already-extended')
    if (!extend?.reasons.includes(reason)) return refuse('not-extendable', reason)
    if (!extend.by && !notifiedDay) return refuse('invalid-input', 'notifiedDay')
    if (context.now > request.dueOn) return refuse('too-late')
    const draft = new Draft(request, context)
      .set({
        extendedAt: context.now,
        extensionReason: reason,
        notifiedDay: extend.by ? null : (notifiedDay ?? null),
      })
      .fact({ law: law.id, reason })
      .recomputeDeadline()
    if (draft.next.dueOn <= request.dueOn) return refuse('invalid-input', 'notifiedDay')
    const variables = {
      due_on: request.dueOn.toISOString(),
      new_due_on: draft.next.dueOn.toISOString(),
      extension_reason: extensionWords[reason],
    }
    return draft
      .fact({ dueOn: draft.next.dueOn.toISOString() })
      .sendMessage('deadline-extended', { variables, edited })
      .done()
  },
})
