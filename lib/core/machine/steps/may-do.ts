import { validatedBy } from '../../derived/four-eyes'
import { blockedBy } from '../../derived/tasks/blocked-by'
import { listingWith } from '../../derived/tasks/listing'
import { nextByHand } from '../../derived/tasks/seen-steps'
import { waitsFor } from '../../derived/tasks/waits-for'
import { deletedByOwner } from '../../derived/verification/needed'
import { typeOf } from '../../handbook/request-types/type-of'
import { taskPlans } from '../../handbook/tasks/index'
import type { PrivacyRequest } from '../../request/request'
import type { Task, TaskStep } from '../../request/task'
import { type Decision, refuse } from '../decision'
import type { Draft } from '../draft'
import { compareAgain } from '../fresh-checks'
import { notReached } from '../not-reached'

/** Whether the account has to be looked up before the step: it is the first that destroys something. */
export const needsFreshLook = (request: PrivacyRequest, task: Task | undefined, key: string): boolean =>
  !request.erasureBegunAt &&
  typeOf(request).looksUp &&
  Boolean(task?.steps.some(step => step.key === key && step.destructive))

/** Why this person may not work on the task, whichever step; the order of its steps apart. */
export function mayWork(request: PrivacyRequest, task: Task, draft: Draft): Decision | null {
  if (validatedBy(request, draft.context)) return refuse('four-eyes')
  if (taskPlans.get(task.key)?.erasesAccount && deletedByOwner(request)) return refuse('owner-deleted')
  return null
}

/**
 * Why a step can't be done now, by hand or by a system, whose turn in the list it is; null where it can. What destroys or changes
 * data waits for everything that protects people; before the first of it the account is held against the frozen answers, and a
 * difference stops the request: that refusal is saved.
 */
export function stepBlocked(
  request: PrivacyRequest,
  task: Task,
  step: TaskStep,
  draft: Draft,
): Decision | null {
  // What is on the list is deleted by the data platform.
  const counts = step.destructive || taskPlans.get(task.key)?.waits || listingWith(task, step.key)
  const blocked = counts ? blockedBy(request) : null
  if (blocked) return refuse(blocked)
  if (!step.destructive) return null
  const access = waitsFor(request)
  if (access) return refuse('access-open', access.reference)
  return needsFreshLook(request, task, step.key) ? lookAgain(draft, task, step) : null
}

/** Null where nothing has changed; otherwise the refusal, with what must be remembered of it. */
function lookAgain(draft: Draft, task: Task, step: TaskStep): Decision | null {
  if (!draft.context.lookUp?.reached) return notReached(draft.context)
  const compared = compareAgain(draft)
  if (compared === 'same') {
    // What the product took for needless may be needed by now.
    const next = step.evidence.length > 0 ? step.key : nextByHand(draft.next, task, draft.context)
    return next === step.key ? null : { ...refuse('step-needed-after-all', next), save: draft.done() }
  }
  return { ...refuse(compared === 'changed' ? 'account-changed' : 'already-deleted'), save: draft.done() }
}
