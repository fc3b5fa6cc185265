import { z } from 'zod'
import { requestCommand } from '../../command'
import { reviewOf, taskOf } from '../../current'
import { refuse } from '../../decision'
import { Draft } from '../../draft'
import { supportAndPrivacy } from '../../permissions'
import { questionsOpen, reviewNeeded } from '../../verification/needed'

/** Asks Trust & Safety about a blocked or banned account, once any needed answers have passed. */
export const requestSecurityReview = requestCommand({
  name: 'request-security-review',
  label: 'Security Review Requested',
  from: ['verifying'],
  to: ['verifying'],
  who: supportAndPrivacy,
  input: z.object({
    issue: z.url({ protocol: /^https?$/ }).max(500),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  decide(request, { issue, ...edited }, context) {
    if (!reviewNeeded(request)) return refuse('not-blocked')
    if (questionsOpen(request)) return refuse('questions-first')
    if (reviewOf(request)) return refuse('review-already-open')
    const review = {
      id: context.newId(),
      round: request.round,
      issue,
      requestedAt: context.now,
      result: null,
      recordedAt: null,
    }
    return new Draft(request, context)
      .set({ reviews: [...request.reviews, review] })
      .note(`Security review requested: ${issue}`, taskOf(request, 'gitlab-deletion')?.id ?? null)
      .say('security-review-requested', { edited })
      .done()
  },
})
