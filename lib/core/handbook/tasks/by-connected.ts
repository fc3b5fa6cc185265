import type { Task } from '../../request/task'

const ERASED = 'Erased through '
const NOTHING = 'Nothing found through '

/** What a system's own task notes once connected systems have done it. @param evidence what they said, ids only */
export const connectedNote = (
  systems: readonly string[],
  changed: boolean,
  evidence: readonly string[],
): string => [`${changed ? ERASED : NOTHING}${systems.join(' and ')}`, ...evidence].join('. ')

/** How a system's own task was done; undefined where no connected system did it. */
export function doneByConnected({ note }: Pick<Task, 'note'>): 'erased' | 'nothing' | undefined {
  if (note?.startsWith(ERASED)) return 'erased'
  return note?.startsWith(NOTHING) ? 'nothing' : undefined
}
