import type { PrivacyRequest } from '../../request/request'
import type { Task } from '../../request/task'
import { actLabel } from '../../systems/act-labels'
import type { ConnectedSystem } from '../../systems/connected'
import { doneByOf, stepDoers, stepsBySystems } from './doers'

/** One press that has systems do the next step of a task, and the steps after it as far as they can. */
export interface RestBySystems {
  /** Named by the gravest of the steps: `Delete the user and their contributions in GitLab, and the rest`. */
  label: string
  /** Something of it can't be undone. */
  destroys: boolean
  /** How many steps it is. */
  steps: number
}

/** Null where no system can do the next step. */
export function restBySystems(
  request: PrivacyRequest,
  task: Task,
  systems: readonly ConnectedSystem[],
): RestBySystems | null {
  const steps = stepsBySystems(request, task, systems)
  const [next] = steps
  if (!next || !doneByOf(task, next.key)) return null
  const grave = steps.findLast(step => step.destructive) ?? next
  const doneBy = doneByOf(task, grave.key)
  if (!doneBy) return null
  const label = actLabel(doneBy.act, stepDoers(request, task, grave.key, systems))
  const destroys = steps.some(step => step.destructive)
  return { label: steps.length > 1 ? `${label}, and the rest` : label, destroys, steps: steps.length }
}
