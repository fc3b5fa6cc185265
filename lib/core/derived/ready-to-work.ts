import { taskPlans } from '../handbook/tasks/index'
import { openHolds } from '../request/current'
import type { PrivacyRequest } from '../request/request'
import type { Task } from '../request/task'
import { deletedByOwner } from './verification/needed'

/**
 * Whether a team can begin with its task: nothing is on hold, and what was to be verified has passed. A search begins earlier,
 * because it changes nothing. A task that a message completes is nobody's to begin.
 */
export function isReadyToWork(request: PrivacyRequest, task: Task): boolean {
  if (task.state !== 'open' || task.team === 'system' || openHolds(request).length > 0) return false
  const plan = taskPlans.get(task.key)
  if (plan?.erasesAccount && deletedByOwner(request)) return false
  return request.state === 'processing' || (request.state === 'verifying' && plan?.by === 'found')
}
