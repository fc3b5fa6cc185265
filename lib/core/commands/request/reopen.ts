import { z } from 'zod'
import { isReopenable, mayReopen, reopeningOf } from '../../derived/reopening'
import { mayAttempt } from '../../derived/verification/attempts'
import { deletedByOwner, questionsNeeded } from '../../derived/verification/needed'
import { typeOf } from '../../handbook/request-types/type-of'
import { confirmationDays } from '../../handbook/window-days'
import { requestCommand } from '../../machine/command'
import { markRead } from '../../machine/conversation/read-messages'
import { refuse } from '../../machine/decision'
import { Draft } from '../../machine/draft'
import { routeAfterChecks } from '../../machine/flow'
import { ask } from '../../machine/message-effects'
import { notReached } from '../../machine/not-reached'
import { reviveTask } from '../../machine/plan-tasks'
import { asksQuestions } from '../../machine/requirements/asks-questions'
import { currentRequirement } from '../../machine/requirements/index'
import { selfServe } from '../../machine/requirements/self-serve'
import { supportAndPrivacy } from '../../people/permissions'
import { blockingExceptions, taskOf } from '../../request/current'

/** Back to the earliest step that was not passed. Nothing verified carries over; the original legal clock stays. */
export const reopen = requestCommand({
  name: 'reopen',
  label: 'Reopen',
  may: 'Reopen; after security-denied and no-authority only Privacy',
  who: supportAndPrivacy,
  says: {
    before:
      'The request goes back to the earliest step that was not passed. Nothing verified carries over, and the due date stays.',
    done: 'Reopened.',
    mailsToo: true,
    history: 'reopened the request',
  },
  from: ['closed'],
  to: ['submitted', 'verifying', 'processing', 'closed'],
  input: z.object({
    reason: z.string().trim().min(1).max(2000),
    /** The administrator's written instruction, where it came after an end without the owner's permission. */
    instruction: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
  }),
  form: [
    {
      name: 'instruction',
      label: 'Link to the ticket with the administrator’s written instruction',
      hint: 'https://…',
      onlyNeeded: true,
    },
    { name: 'reason', label: 'Why it is reopened' },
  ],
  wantsFreshChecks: request => reopeningOf(request) === 'verifying',
  decide(request, { reason, instruction }, context) {
    if (!isReopenable(request)) return refuse('not-reopenable')
    if (instruction && request.outcome !== 'no-permission') return refuse('permission-not-asked')
    if (context.actor.kind === 'staff' && !mayReopen(context.actor.role, request))
      return refuse('not-allowed')
    const draft = new Draft(request, context).set({
      round: request.round + 1,
      outcome: null,
      closedAt: null,
      response: null,
      ground: null,
      respondedAt: null,
      lateReplyAt: null,
      handled: null,
      erasureBegunAt: null,
      helpAskedAt: null,
      placeConfirmedAt: null,
    })
    markRead(draft).note(`Reopened: ${reason}`).fact({ round: draft.next.round })
    if (reopeningOf(request) === 'submitted') {
      return draft
        .set({ confirmedAt: null })
        .enter('submitted')
        .openWindow('confirmation', confirmationDays, false)
        .sendMessage('request-received')
        .done()
    }
    if (!context.lookUp?.reached) return notReached(context)
    const { source, facts, emails } = context.lookUp
    const round = {
      id: context.newId(),
      round: draft.next.round,
      purpose: 'intake' as const,
      source,
      note: null,
      recordedById: null,
      at: context.now,
      facts,
    }
    draft.set({ checks: [...draft.next.checks, round], accountEmails: [...emails] }).enter('verifying')
    // A search that found the person in one system has its answer; what ended the request is to be done anew.
    for (const task of blockingExceptions(draft.next)) reviveTask(draft, task.id)
    if (instruction) instructed(draft, instruction)
    routeAfterChecks(draft, facts)
    const asks = draft.next.state === 'verifying' && asksQuestions(draft.next) && !deletedByOwner(draft.next)
    const level = asks ? questionsNeeded(draft.next) : null
    if (level && mayAttempt(draft.next, context.actor)) ask(draft, level)
    if (draft.next.state === 'verifying' && currentRequirement(draft.next) === selfServe)
      draft.sendMessage('project-export-self-serve')
    return draft.done()
  },
})

/** The owner has decided already, so the person isn't asked whether we may contact them. */
function instructed(draft: Draft, ticket: string): void {
  const { newId, now, actor } = draft.context
  const granted = {
    id: newId(),
    round: draft.next.round,
    askedAt: now,
    consent: null,
    consentAt: null,
    contactTicket: null,
    contactedAt: null,
    granted: true,
    decisionTicket: ticket,
    decidedAt: now,
    decidedById: actor.kind === 'staff' ? actor.id : null,
  }
  draft
    .set({ ownerPermissions: [...draft.next.ownerPermissions, granted] })
    .fact({ granted: true })
    .note(
      `The owner granted permission: ${ticket}`,
      taskOf(draft.next, typeOf(draft.next).mainTask)?.id ?? null,
    )
}
