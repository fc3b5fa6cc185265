import { requestTypes } from '../../handbook/request-types/index'
import { taskPlans } from '../../handbook/tasks/index'
import type { TaskPlan } from '../../handbook/tasks/plan'
import { openTasks } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import { requirementsOf } from './index'

/** What follows where the account went without us: the request and the message both go by it. */
export interface Settlement {
  /** Who asks was still to be shown, and can't be any more: the request closes, and nothing else is deleted. */
  closes: boolean
  /** What is still to be deleted, in words for the person. */
  remaining: string[]
  /** What stays, because the request closes. */
  staying: string[]
}

/** Handbook, “Already deleted meanwhile”. */
export function settlementOf(request: PrivacyRequest): Settlement {
  const closes = requirementsOf(request).some(
    requirement => requirement.provesIdentity && requirement.isOpen(request),
  )
  const open = openTasks(request).map(task => taskPlans.get(task.key))
  const plans = [...open, ...request.tasks.flatMap(task => followUpsOf(request, task))]
  const words = plans.flatMap(plan => (plan ? dataWords(request, plan) : []))
  return closes ? { closes, remaining: [], staying: words } : { closes, remaining: words, staying: [] }
}

/** The deletions that a search has called for and that are not open yet. */
function followUpsOf(request: PrivacyRequest, { key, found }: PrivacyRequest['tasks'][number]): TaskPlan[] {
  const followUps = taskPlans.get(key)?.followUps
  const called = [found?.customersPortal && followUps?.customersPortal, found?.zendesk && followUps?.zendesk]
  return called.flatMap(plan =>
    plan && !request.tasks.some(task => task.key === plan.key && task.state !== 'cancelled') ? [plan] : [],
  )
}

function dataWords(request: PrivacyRequest, plan: TaskPlan): string[] {
  const ofAnother =
    requestTypes.get(request.type)?.about === 'deceased' ? plan.ofAnother?.dataWords : undefined
  const words = ofAnother ?? plan.dataWords
  return words ? [words] : []
}
