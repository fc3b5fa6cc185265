import type { TaskPlan } from '../handbook/tasks/plan'
import type { Draft } from './draft'

/** Puts the address on marketing's list, for what a task does there; changes nothing for a task that does nothing there. */
export function suppress(draft: Draft, asks: TaskPlan['suppresses']): Draft {
  if (!asks) return draft
  if (asks === 'erasure') return draft.suppress()
  return draft.set({ optedOutAt: draft.context.now }).effect({ kind: 'opt-out', of: 'subject' })
}

/** Keeps the opt-out that the requester's browser signals for the mailbox that they have just confirmed, where they asked for it. */
export function keepOptOut(draft: Draft): Draft {
  if (!draft.next.keepOptOut) return draft
  return draft
    .set({ optedOutAt: draft.context.now })
    .fact({ optOut: 'kept' })
    .effect({ kind: 'opt-out', of: 'requester' })
}
