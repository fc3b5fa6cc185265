import { count, oneOf } from '../collecting/shapes'
import type { EventDefinition } from '../definitions/definition'

export const pipelineStarted: EventDefinition = {
  action: 'pipeline_started',
  description: 'A pipeline began to run. Says how much building and testing is automated.',
  owner: 'Verify',
  status: 'active',
  source: {
    from: 'tracker',
    match: { kind: 'structured', category: 'pipelines', action: 'pipeline_started' },
  },
  identifiers: ['project', 'namespace', 'user'],
  additionalProperties: {
    label: {
      policy: 'keep',
      shape: oneOf('push', 'schedule', 'merge-request', 'web', 'api', 'trigger'),
      reason: 'What started it; a closed list.',
    },
    property: { policy: 'pseudonymise', as: 'value', reason: 'The name of a branch, which people choose.' },
    value: { policy: 'keep', shape: count, reason: 'How many jobs it has.' },
  },
  keptMonths: 24,
}
