import { taskPlans } from '../../handbook/tasks/index'
import { openHolds } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Task } from '../../request/task'
import { deletedByOwner } from '../verification/needed'
import { waitsFor } from './waits-for'

/**
 * Whether a team can begin with its task: nothing is on hold, what was to be verified has passed, and what it destroys is
 * awaited by no other request. A search begins earlier, because it changes nothing. A task that a message completes is nobody's
 * to begin.
 */
function isReadyToWork(request: PrivacyRequest, task: Task): boolean {
  if (task.state !== 'open' || task.team === 'system' || openHolds(request).length > 0) return false
  const plan = taskPlans.get(task.key)
  if (plan?.erasesAccount && deletedByOwner(request)) return false
  if (task.steps.some(step => step.destructive) && waitsFor(request)) return false
  return request.state === 'processing' || (request.state === 'verifying' && plan?.by === 'found')
}

/** The tasks of teams that can be begun now and couldn't before. */
export function newlyReady(before: PrivacyRequest, now: PrivacyRequest): Task[] {
  const earlier = new Set(before.tasks.filter(task => isReadyToWork(before, task)).map(({ id }) => id))
  return now.tasks.filter(task => !earlier.has(task.id) && isReadyToWork(now, task))
}
