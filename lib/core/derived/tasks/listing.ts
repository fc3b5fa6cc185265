import { taskPlans } from '../../handbook/tasks/index'
import type { StepPlan } from '../../handbook/tasks/plan'
import type { Task } from '../../request/task'

/** The step that puts the addresses on the data platform's list, where doing this step does so. */
export function listingWith(task: Task, key: string): StepPlan | undefined {
  const plans = taskPlans.get(task.key)?.steps ?? []
  const at = plans.findIndex(plan => plan.key === key)
  return [plans[at], plans[at + 1]].find(plan => plan?.listsAddresses)
}
