import { stepDoers } from '../../derived/tasks/doers'
import type { Task, TaskStep } from '../../request/task'
import type { Draft } from '../draft'
import { changeStep } from './done'

/**
 * Has connected systems do a step. Whether it may be done now is the caller's to find out.
 * @param rest the steps after it, too, as far as systems can
 * @returns false where no system is connected for it
 */
export function startRun(
  draft: Draft,
  task: Task,
  step: TaskStep,
  { rest, byId }: { rest: boolean; byId: string | null },
): boolean {
  const { systems, newId, now } = draft.context
  const doers = stepDoers(draft.next, task, step.key, systems).map(({ key }) => key)
  if (doers.length === 0) return false
  const run = { id: newId(), at: now.toISOString(), byId, systems: doers, rest }
  changeStep(draft, task.id, step.key, { run, problem: null })
  draft.effect({ kind: 'do-step', taskId: task.id, step: step.key, run: run.id })
  return true
}
