import { typeOf } from '../handbook/request-types/type-of'
import { openTasks, taskOf } from '../request/current'
import type { Draft } from './draft'

/** Copies the type's plan to rows; tasks of a former plan that are still open are cancelled, cancelled ones come back. */
export function openPlannedTasks(draft: Draft): void {
  const plan = typeOf(draft.next).tasks
  const planned = new Set(plan.map(planned => planned.key))
  for (const task of openTasks(draft.next).filter(task => !planned.has(task.key))) {
    draft.changeTask(task.id, { state: 'cancelled', note: 'Cancelled: not part of this request type' })
  }
  for (const planned of plan) {
    const existing = taskOf(draft.next, planned)
    if (!existing) draft.openTask(planned)
    else if (existing.state === 'cancelled')
      reviveTask(draft, existing.id).changeTask(existing.id, { team: planned.team })
  }
}

/** A task that was over is open again; its ticked steps stay. */
export const reviveTask = (draft: Draft, id: string): Draft =>
  draft.changeTask(id, {
    state: 'open',
    resolution: null,
    note: null,
    found: null,
    resolvedAt: null,
    resolvedById: null,
    acceptedAt: null,
    acceptedById: null,
    acceptedWords: null,
    searches: [],
  })
