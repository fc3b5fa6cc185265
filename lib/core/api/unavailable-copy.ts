import { commandOf } from '../commands/index'
import type { Reason } from '../derived/reasons'
import type { PrivacyRequest, State } from '../request/request'
import { refusalWords } from './refusal-words'

const byState: Partial<Record<State, string>> = {
  submitted: 'Nothing has started yet.',
  closed: 'The request is closed.',
}

interface Looked {
  command: string
  preset?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Why an act that support or Privacy sees can't be done now, said before it is tried. Where a refusal's own words answer a caller
 * who tried, these say more to somebody who is only looking.
 */
export function unavailableWords(
  reason: Reason,
  request: Pick<PrivacyRequest, 'type' | 'state'>,
  act?: Looked,
): string {
  const tried = { request, command: act && commandOf(act), input: act?.preset }
  switch (reason) {
    case 'not-allowed':
      return 'Privacy does this.'
    case 'illegal-state':
      return byState[request.state] ?? refusalWords(reason, tried)
    case 'use-command':
      return 'Another step settles this first.'
    default:
      return refusalWords(reason, tried)
  }
}
