import { actions } from '../request/request'
import { clockFor } from './deadline'
import type { Law } from './law'
import { actionWords, periodWords } from './law-labels'
import { type Clocked, dueDatesOf, type Knows, recounted } from './of-request'

/** What another law, or other clocks, say instead for some actions. */
export interface ClockChange {
  /** "deletion, access" */
  actions: string
  from: string
  to: string
}

/** What differs between two laws' clocks, action by action; actions with the same change are one line. */
export function clockChanges(before: Law, after: Law): ClockChange[] {
  const each = actions.map(action => ({
    action,
    from: periodWords(clockFor(before, action)),
    to: periodWords(clockFor(after, action)),
  }))
  const changed = each.filter(({ from, to }) => from !== to)
  const lines = new Map(changed.map(({ from, to }) => [`${from} → ${to}`, { from, to }]))
  return [...lines.values()].map(({ from, to }) => ({
    actions: actionWords(
      changed.flatMap(line => (line.from === from && line.to === to ? [line.action] : [])),
    ),
    from,
    to,
  }))
}

/** An open request that would be due at another time if it were counted anew. */
export interface Touched {
  reference: string
  dueOn: Date
  wouldBeDue: Date
  /** The person's own time zone, in which both days are counted, where it is known. */
  timeZone: string | null
}

/**
 * Which of these requests would be due at another time if they were counted under the rules as they would be, earliest first.
 * They aren't: a request keeps the clocks that it was counted with until where the person lives is corrected.
 * @param after what would be known once the change holds
 */
export const touchedBy = (
  requests: readonly (Clocked & { reference: string; dueOn: Date })[],
  after: Knows,
): Touched[] =>
  requests
    .map(request => ({
      reference: request.reference,
      timeZone: request.timeZone,
      dueOn: dueDatesOf(request, after).dueOn,
      wouldBeDue: recounted(request, { ...request, dueRule: '' }, after).dueOn,
    }))
    .filter(({ dueOn, wouldBeDue }) => +dueOn !== +wouldBeDue)
    .toSorted((a, b) => +a.wouldBeDue - +b.wouldBeDue)
