import type { Reason } from '../derived/reasons'
import type { PrivacyRequest, State } from '../request/request'
import { refusals } from './refusals'

const byState: Partial<Record<State, string>> = {
  submitted: 'Nothing has started yet.',
  closed: 'The request is closed.',
}

/**
 * Why an act that support or Privacy sees can't be done now, said before it is tried. Where a refusal's own words answer a caller
 * who tried, these say more to somebody who is only looking.
 */
export function unavailableWords(reason: Reason, { state }: Pick<PrivacyRequest, 'state'>): string {
  switch (reason) {
    case 'not-allowed':
      return 'Privacy does this.'
    case 'illegal-state':
      return byState[state] ?? refusals[reason].title
    case 'use-command':
      return 'Another step settles this first.'
    default:
      return refusals[reason].title
  }
}
