import type { EventDefinition } from '../definitions/definition'
import { events } from '../events/index'

/** Events as the roll-up counts them: those that are still collected, with whether they name users and what counts them. */
export const rolledEvents = (
  among: readonly EventDefinition[] = events,
): { event: string; namesUsers: boolean; query: string | null }[] =>
  among
    .filter(event => event.status === 'active')
    .map(({ action, identifiers, source }) => ({
      event: action,
      namesUsers: source.from !== 'database' && identifiers.includes('user'),
      query: source.from === 'database' ? source.query : null,
    }))
