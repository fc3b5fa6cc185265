import { accountAddresses } from '../../derived/account-addresses'
import { listingWith } from '../../derived/tasks/listing'
import type { Task, TaskStep } from '../../request/task'
import type { Draft } from '../draft'

/** Writes into the draft that a step is done, with what follows from it. */
export function stepDone(
  draft: Draft,
  task: Task,
  step: TaskStep,
  how: Pick<TaskStep, 'doneById' | 'given' | 'evidence'>,
): Draft {
  const ticked = { ...how, doneAt: draft.context.now, run: null, problem: null }
  changeStep(draft, task.id, step.key, ticked)
  return list(draft, task, step)
}

/** Changes one step of a task. */
export const changeStep = (draft: Draft, taskId: string, key: string, change: Partial<TaskStep>): Draft => {
  const task = draft.next.tasks.find(({ id }) => id === taskId)
  const steps = (task?.steps ?? []).map(step => (step.key === key ? { ...step, ...change } : step))
  return draft.changeTask(taskId, { steps })
}

/** Once the account is gone, its addresses go on the data platform's list by themselves, and that step is done, too. */
function list(draft: Draft, task: Task, step: TaskStep): Draft {
  const listing = listingWith(task, step.key)
  if (!listing) return draft
  const { now, listVersion = null } = draft.context
  draft.effect({ kind: 'list-for-data-platform', addresses: accountAddresses(draft.next) })
  const evidence = { kind: 'listed', at: now.toISOString(), byId: null, version: listVersion } as const
  return draft.see(task, listing.key, evidence)
}
