import { z } from 'zod'
import { requestCommand } from '../../machine/command'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { readAnswers } from '../../machine/escalations/read-answers'
import { supportAndPrivacy } from '../../people/permissions'
import { openEscalation } from '../../request/current'
import { opensIssues } from '../../systems/connected'
import { issueLink } from './link-issue'

/** A question to the Privacy team: why, what exactly, and what was checked already. The legal clock keeps running. */
export const escalate = requestCommand({
  name: 'escalate',
  label: 'Escalate to Privacy',
  may: 'Escalate',
  who: supportAndPrivacy,
  says: {
    before: 'Privacy is told. Nothing is deleted until they have answered, and the due date does not move.',
    done: 'Privacy is asked.',
    history: 'asked Privacy',
  },
  from: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  to: ['submitted', 'checking', 'verifying', 'processing', 'closed'],
  input: z.object({
    reason: z.string().trim().min(1).max(300),
    question: z.string().trim().min(1).max(4000),
    checked: z.string().trim().min(1).max(4000),
    issue: issueLink.optional(),
  }),
  form: [
    { name: 'reason', label: 'Reason' },
    { name: 'question', label: 'Question' },
    { name: 'checked', label: 'What you have checked' },
    { name: 'issue', label: 'Link to the related issue' },
  ],
  decide(request, { issue, ...asked }, context) {
    if (openEscalation(request)) return refuse('escalation-open')
    const { actor, newId, now } = context
    const escalation = {
      ...asked,
      id: newId(),
      askedAt: now,
      askedById: actor.kind === 'staff' ? actor.id : null,
      state: 'open' as const,
      answer: null,
      answeredAt: null,
      answeredById: null,
      issue: issue ?? null,
      readAt: null,
    }
    // Who asks gets the request back, so it is theirs unless it is somebody's already.
    const takes = actor.kind === 'staff' && actor.via === 'browser' && actor.role !== 'privacy'
    const draft = readAnswers(new Draft(request, context))
    if (takes && !request.assigneeId) draft.set({ assigneeId: actor.id })
    if (!issue && opensIssues(context.systems))
      draft.effect({ kind: 'open-issue', about: 'escalation', id: escalation.id })
    return draft
      .set({ escalations: [...draft.next.escalations, escalation] })
      .fact({ escalation: escalation.id })
      .notifyTeam('privacy', 'privacy-notice', { reason: 'escalation' })
      .done()
  },
})
