import type { TaskPlan } from '../handbook/tasks/plan'
import type { Task } from '../request/task'
import type { Context } from './decision'

/** A plan copied to a task: editing the plan never rewrites an open request. */
export const newTask = (
  plan: TaskPlan,
  position: number,
  { newId, now }: Pick<Context, 'newId' | 'now'>,
): Task => ({
  id: newId(),
  key: plan.key,
  name: plan.name,
  team: plan.team,
  position,
  state: 'open',
  resolution: null,
  note: null,
  found: null,
  openedAt: now,
  resolvedAt: null,
  resolvedById: null,
  assigneeId: null,
  acceptedAt: null,
  acceptedById: null,
  acceptedWords: null,
  searches: [],
  steps: plan.steps.map((step, place) => ({
    id: newId(),
    key: step.key,
    label: step.label,
    help: step.help ?? null,
    destructive: step.destructive ?? false,
    position: place,
    doneAt: null,
    doneById: null,
    asks: step.asks ?? null,
    given: null,
    evidence: [],
    run: null,
    problem: null,
  })),
})
