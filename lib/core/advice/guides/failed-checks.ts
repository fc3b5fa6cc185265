import { accountsAreIn } from '../../systems/connected'
import type { Guide } from './guide'

export const failedChecks: Guide = {
  when: request => request.state === 'checking' && request.checksFailedAt !== null,
  say: (_request, systems) =>
    `The automated checks could not reach ${accountsAreIn(systems)}. Try again, or record what you found yourself.`,
  why: 'Automated checks: a check that cannot be reached is never taken for “no account”.',
  steps: () => [
    { command: 'retry-checks', label: 'Retry the checks' },
    { command: 'record-checks', label: 'Record the checks by hand' },
  ],
}
