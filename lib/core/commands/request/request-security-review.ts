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
import { opensIssues } from '../../systems/connected'

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
    /** Left out where a connected system opens the issue. */
    issue: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    subject: z.string().max(200).optional(),
    body: z.string().max(10_000).optional(),
  }),
  carries: [
    {
      message: 'security-review-requested',
      form: [
        {
          name: 'issue',
          label: 'Link to Trust & Safety’s issue',
          hint: 'https://… Leave it empty where a connected system opens the issue.',
        },
      ],
    },
  ],
  decide(request, { issue, ...edited }, context) {
    const { requirements, mainTask } = typeOf(request)
    if (!requirements.includes('security-review') || !reviewNeeded(request)) return refuse('not-blocked')
    if (!authorityGiven(request)) return refuse('on-hold')
    if (questionsOpen(request)) return refuse('questions-first')
    if (reviewOf(request)) return refuse('review-already-open')
    if (currentRequirement(request) !== securityReview) return refuse('illegal-state')
    const opens = !issue && opensIssues(context.systems)
    if (!issue && !opens) return refuse('invalid-input', 'issue')
    const review = {
      id: context.newId(),
      round: request.round,
      issue: issue ?? '',
      requestedAt: context.now,
      result: null,
      recordedAt: null,
    }
    const draft = new Draft(request, context)
    if (opens) draft.effect({ kind: 'open-issue', about: 'security-review', id: review.id })
    return draft
      .set({ reviews: [...request.reviews, review] })
      .note(
        `Security review requested: ${issue ?? 'its issue is being opened by a connected system'}`,
        taskOf(request, mainTask)?.id ?? null,
      )
      .sendMessage('security-review-requested', { edited })
      .done()
  },
})
