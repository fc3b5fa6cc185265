import { z } from 'zod'
import { typeOf } from '../../handbook/request-types/type-of'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { supportAndPrivacy } from '../../people/permissions'
import { taskOf } from '../../request/current'

/** A link to somewhere else, as the desk keeps it. */
export const issueLink = z
  .url({ protocol: /^https?$/, error: 'Give the whole link, with https://.' })
  .max(500)

/** Keeps the link to the issue that was opened about a question to Privacy, also once it is answered. */
export const linkIssue = requestCommand({
  name: 'link-issue',
  label: 'Keep the link',
  may: 'Keep the link to an issue',
  who: [...supportAndPrivacy, 'system'],
  says: {
    done: 'The link is kept.',
    history: ({ review }) =>
      review
        ? 'kept the link to the issue of a security review'
        : 'kept the link to the issue of a question to Privacy',
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({
    issue: issueLink,
    escalation: z.string().max(100).optional(),
    /** Of a security review, whose issue a connected system has opened. */
    review: z.string().max(100).optional(),
  }),
  decide(request, { issue, escalation: id, review: reviewId }, context) {
    if (reviewId) {
      if (!request.reviews.some(known => known.id === reviewId)) return refuse('invalid-input', 'review')
      const reviews = request.reviews.map(known => (known.id === reviewId ? { ...known, issue } : known))
      const task = taskOf(request, typeOf(request).mainTask)
      return new Draft(request, context)
        .set({ reviews })
        .note(`Security review: ${issue}`, task?.id ?? null)
        .fact({ review: reviewId })
        .done()
    }
    const about = id ? request.escalations.find(known => known.id === id) : request.escalations.at(-1)
    if (!about) return refuse(id ? 'invalid-input' : 'no-escalation-open', id && 'escalation')
    return new Draft(request, context)
      .set({
        escalations: request.escalations.map(known => (known.id === about.id ? { ...known, issue } : known)),
      })
      .fact({ escalation: about.id })
      .done()
  },
})
