import { taskPlans } from '../../handbook/tasks/index'
import type { DoneBy } from '../../handbook/tasks/plan'
import { checksOf } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import type { Task, TaskStep } from '../../request/task'
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

/** The steps that systems do one after the other once the next one is begun, as far as no person is needed. */
export function stepsBySystems(
  request: PrivacyRequest,
  task: Task,
  systems: readonly ConnectedSystem[],
): TaskStep[] {
  const left = task.steps.filter(step => !step.doneAt)
  const alone = taskPlans.get(task.key)?.steps.filter(({ listsAddresses }) => listsAddresses) ?? []
  const isDone = ({ key }: TaskStep) =>
    stepDoers(request, task, key, systems).length > 0 || alone.some(planned => planned.key === key)
  const end = left.findIndex(step => !isDone(step))
  return end < 0 ? left : left.slice(0, end)
}
