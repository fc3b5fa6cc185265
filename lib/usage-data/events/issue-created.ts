import { count, oneOf, truth } from '../collecting/shapes'
import type { EventDefinition } from '../definitions/definition'

export const issueCreated: EventDefinition = {
  action: 'issue_created',
  description: 'Somebody opened an issue. Says how work is planned, and from where.',
  owner: 'Plan',
  status: 'active',
  source: {
    from: 'tracker',
    match: { kind: 'self-describing', schema: 'iglu:com.gitlab/issue_created/jsonschema' },
  },
  identifiers: ['project', 'namespace', 'user'],
  additionalProperties: {
    origin: {
      policy: 'keep',
      shape: oneOf('board', 'list', 'merge-request', 'service-desk', 'api', 'quick-action'),
      reason: 'Where issues are opened from; a closed list.',
    },
    label_count: { policy: 'keep', shape: count, reason: 'How many labels were set, never which.' },
    confidential: { policy: 'keep', shape: truth, reason: 'Whether the issue was confidential.' },
    template: { policy: 'pseudonymise', as: 'value', reason: 'Templates have names that people chose.' },
    title: { policy: 'drop', reason: 'What somebody wrote.' },
    assignee: { policy: 'drop', reason: 'The name of somebody else.' },
  },
  keptMonths: 24,
}
