import { z } from 'zod'
import { typeOf } from '../../handbook/request-types/type-of'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { inWords } from '../../machine/fact-labels'
import { advance } from '../../machine/flow'
import { currentRequirement } from '../../machine/requirements/index'
import { securityReview } from '../../machine/requirements/security-review'
import { supportAndPrivacy } from '../../people/permissions'
import { reviewOf, taskOf } from '../../request/current'

/** Unblocked resumes the request; denied closes it. */
export const recordSecurityReview = requestCommand({
  name: 'record-security-review',
  label: 'Record the security review',
  may: 'Security review',
  who: supportAndPrivacy,
  says: { history: ({ review }) => `recorded the security review: ${inWords(review)}` },
  from: ['verifying'],
  to: ['verifying', 'processing', 'closed'],
  input: z.object({
    result: z.enum(['unblocked', 'denied']),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  carries: [
    { message: 'security-review-complete', preset: { result: 'unblocked' } },
    { message: 'security-review-denied', preset: { result: 'denied' } },
  ],
  decide(request, { result, ...edited }, context) {
    const review = reviewOf(request)
    if (!review || review.result || currentRequirement(request) !== securityReview)
      return refuse('review-not-open')
    const reviews = request.reviews.map(existing =>
      existing.id === review.id ? { ...existing, result, recordedAt: context.now } : existing,
    )
    const draft = new Draft(request, context).set({ reviews }).fact({ review: result })
    if (result === 'unblocked')
      return advance(draft.sendMessage('security-review-complete', { edited })).done()
    const task = taskOf(request, typeOf(request).mainTask)
    if (task?.state === 'open')
      draft.resolveTask(task, 'exception', `Security review denied: ${review.issue}`)
    return draft.sendMessage('security-review-denied', { edited }).close('security-denied').done()
  },
})
