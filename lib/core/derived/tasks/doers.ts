import { taskPlans } from '../../handbook/tasks/index'
import type { DoneBy } from '../../handbook/tasks/plan'
import { checksOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Task } from '../../request/task'
import { type ConnectedSystem, inRole } from '../../systems/connected'

/** What a connected system can do of a step; undefined where only people can. */
export const doneByOf = (task: Pick<Task, 'key'>, stepKey: string): DoneBy | undefined =>
  taskPlans.get(task.key)?.steps.find(({ key }) => key === stepKey)?.doneBy

/**
 * The connected systems that would do something for a request. An account is in the system that the checks found it in, and
 * nowhere else; everywhere else the person may be in each system of the role.
 */
export function doersOf(
  request: PrivacyRequest,
  doneBy: DoneBy | undefined,
  systems: readonly ConnectedSystem[],
): ConnectedSystem[] {
  if (!doneBy) return []
  const able = inRole(systems, doneBy.role).filter(({ acts }) => acts.includes(doneBy.act))
  if (doneBy.role !== 'account') return able
  const source = checksOf(request)?.source
  return request.accountId ? able.filter(({ key }) => key === source) : []
}

/** The systems that would do one step of a task; none where it is done already, or by people alone. */
export const stepDoers = (
  request: PrivacyRequest,
  task: Task,
  stepKey: string,
  systems: readonly ConnectedSystem[],
): ConnectedSystem[] => (task.state === 'open' ? doersOf(request, doneByOf(task, stepKey), systems) : [])
