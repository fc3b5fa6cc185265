import { moveDays } from '../deadlines/days'
import { validatedBy } from '../derived/four-eyes'
import { privacyNeedsNote } from '../derived/privacy-note'
import { blockedBy } from '../derived/tasks/blocked-by'
import { waitsFor } from '../derived/tasks/waits-for'
import { downloadDays } from '../files/file-limits'
import { marketingAddress } from '../handbook/marketing-address'
import { taskPlans } from '../handbook/tasks/index'
import type { TaskPlan } from '../handbook/tasks/plan'
import { blockingExceptions, filesOf } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import type { Found, Resolution, Task } from '../request/task'
import type { Context, Decision, Refusal } from './decision'
import { refuse } from './decision'
import { Draft } from './draft'
import type { Edited } from './end-as-exception'
import { advance } from './flow'

export interface TaskOutcome {
  resolution: Resolution
  note: string | null
  found: Found | null
}

/** Why a task can't be completed yet, or null: its steps, its file, and the order that protects people. */
export function notYet(
  request: PrivacyRequest,
  task: Task,
  resolution: Resolution,
  context: Context,
): Refusal | null {
  const plan = taskPlans.get(task.key)
  if (validatedBy(request, context)) return refuse('four-eyes')
  if (resolution === 'complete' && task.steps.some(step => !step.doneAt)) return refuse('steps-open')
  if (resolution === 'complete' && plan?.handsOver && filesOf(request, task.id).length === 0)
    return refuse('file-missing')
  const destroys = plan?.by === 'system' || task.steps.some(step => step.destructive)
  if (!plan?.handsOver && !plan?.waits && !destroys) return null
  const blocked = blockedBy(request)
  if (blocked) return refuse(blocked)
  const access = destroys ? waitsFor(request) : undefined
  return access ? refuse('access-open', access.reference) : null
}

/** Completes a hand-over task by its own message. */
export function completed(request: PrivacyRequest, task: Task, edited: Edited, context: Context): Decision {
  if (task.state !== 'open') return refuse('task-not-open')
  if (privacyNeedsNote(task, undefined, context.actor)) return refuse('needs-note-from-privacy')
  const early = notYet(request, task, 'complete', context)
  return (
    early ?? resolved(request, task, { resolution: 'complete', note: null, found: null }, context, edited)
  )
}

/** Writes a resolution down with what follows from it: follow-up tasks, the hand-over, the erasure, or Privacy's turn. */
export function resolved(
  request: PrivacyRequest,
  task: Task,
  { resolution, note, found }: TaskOutcome,
  context: Context,
  edited?: Edited,
): Decision {
  const plan = taskPlans.get(task.key)
  const draft = new Draft(request, context).resolveTask(task, resolution, note)
  draft.fact({ task: task.key, resolution })
  if (found) draft.fact({ zendesk: found.zendesk ?? null, customersPortal: found.customersPortal ?? null })
  if (found) draft.changeTask(task.id, { found })
  if (plan?.erasesAccount && resolution === 'complete' && request.accountId)
    draft.effect({ kind: 'erase-account', accountId: request.accountId })
  // The system's own task that Privacy had to finish: the list is what the closing message promises.
  if (resolution === 'complete') suppress(draft, plan?.suppresses)
  if (plan?.handsOver && resolution === 'complete') {
    const until = moveDays(context.now, downloadDays, context.timeZone)
    draft.sendMessage(plan.handsOver, { variables: { download_until: until.toISOString() }, edited })
    draft.set({ respondedAt: context.now })
  }
  if (blockingExceptions(draft.next).length > blockingExceptions(request).length)
    draft.notifyTeam('privacy', 'privacy-notice', { reason: 'exception', taskId: task.id })
  return advance(draft).done()
}

/** Puts addresses on marketing's list, for what a task does there; changes nothing for a task that does nothing there. */
export function suppress(draft: Draft, asks: TaskPlan['suppresses']): Draft {
  if (!asks) return draft
  if (asks === 'erasure') return draft.suppress()
  // Only the one mailbox: nothing but that was confirmed.
  const address = marketingAddress(draft.next)
  return optOut(draft, address ? [address] : [])
}

/** These addresses get no more marketing; nothing of theirs is erased. */
export const optOut = (draft: Draft, addresses: readonly string[]): Draft =>
  draft.set({ optedOutAt: draft.context.now }).effect({ kind: 'opt-out', addresses })
