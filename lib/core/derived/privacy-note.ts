import type { Actor } from '../people/actor'
import type { Task } from '../request/task'

/** Privacy may work any team's task, but only with a note that says why. */
export const privacyNeedsNote = (task: Task, note: string | undefined, actor: Actor): boolean =>
  actor.kind === 'staff' && actor.role === 'privacy' && task.team !== 'privacy' && !note
