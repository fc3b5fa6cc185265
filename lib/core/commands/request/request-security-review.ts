import { z } from 'zod'
import { authorityGiven } from '../../derived/authority-given'
import { questionsOpen, reviewNeeded } from '../../derived/verification/needed'
import { typeOf } from '../../handbook/request-types/type-of'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { currentRequirement } from '../../machine/requirements/index'
import { securityReview } from '../../machine/requirements/security-review'
import { supportAndPrivacy } from '../../people/permissions'
import { reviewOf, taskOf } from '../../request/current'

/** Asks Trust & Safety about a blocked or banned account, once any needed answers have passed. */
export const requestSecurityReview = requestCommand({
  name: 'request-security-review',
  label: 'Security Review Requested',
  may: 'Security review',
  who: supportAndPrivacy,
  says: { history: 'asked Trust & Safety for a review' },
  from: ['verifying'],
  to: ['verifying'],
  input: z.object({
    issue: z.url({ protocol: /^https?$/ }).max(500),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  carries: [
    {
      message: 'security-review-requested',
      form: [{ name: 'issue', label: 'Link to Trust & Safety’s issue', hint: 'https://…' }],
    },
  ],
  decide(request, { issue, ...edited }, context) {
    const { requirements, mainTask } = typeOf(request)
    if (!requirements.includes('security-review') || !reviewNeeded(request)) return refuse('not-blocked')
    if (!authorityGiven(request)) return refuse('on-hold')
    if (questionsOpen(request)) return refuse('questions-first')
    if (reviewOf(request)) return refuse('review-already-open')
    if (currentRequirement(request) !== securityReview) return refuse('illegal-state')
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
      .note(`Security review requested: ${issue}`, taskOf(request, mainTask)?.id ?? null)
      .sendMessage('security-review-requested', { edited })
      .done()
  },
})
