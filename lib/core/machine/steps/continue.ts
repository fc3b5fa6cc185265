import { taskPlans } from '../../handbook/tasks/index'
import type { PrivacyRequest } from '../../request/request'
import type { Task } from '../../request/task'
import { notYet, resolved } from '../complete-task'
import type { Accepted, Decision } from '../decision'
import type { Draft } from '../draft'
import { needsFreshLook, stepBlocked } from './may-do'
import { startRun } from './run'

/** Whether continuing behind this step would begin with what destroys, so that the account is looked up first. */
export function nextNeedsLook(request: PrivacyRequest, task: Task | undefined, done: string): boolean {
  if (!task?.steps.some(step => step.key === done && step.run?.rest)) return false
  const next = task.steps.find(step => !step.doneAt && step.key !== done)
  return next !== undefined && needsFreshLook(request, task, next.key)
}

/**
 * Begins the next step of a task whose steps are all to be done by systems, or resolves it when none is left. What a person has to
 * do or to decide is left to them.
 */
export function continueTask(draft: Draft, taskId: string, byId: string | null): Decision {
  const task = draft.next.tasks.find(({ id }) => id === taskId)
  const next = task?.steps.find(step => !step.doneAt)
  if (!task) return draft.done()
  if (next) {
    const blocked = stepBlocked(draft.next, task, next, draft)
    if (!blocked) startRun(draft, task, next, { rest: true, byId })
    return blocked && 'save' in blocked && blocked.save ? blocked.save : draft.done()
  }
  const so = draft.done()
  // What hands data over goes out with a message that a person sends.
  return taskPlans.get(task.key)?.handsOver ? so : completedBySystem(so, draft, taskId)
}

function completedBySystem(so: Accepted, { context }: Draft, taskId: string): Accepted {
  const task = so.next.tasks.find(({ id }) => id === taskId)
  if (!task || notYet(so.next, task, 'complete', context)) return so
  const outcome = { resolution: 'complete', note: null, found: null } as const
  const then = resolved(so.next, task, outcome, context)
  if (!then.ok) return so
  return {
    ...then,
    facts: { ...so.facts, ...then.facts },
    effects: [...so.effects, ...then.effects],
    seen: [...so.seen, ...then.seen],
  }
}
