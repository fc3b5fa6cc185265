import type { MetricDefinition } from '../definitions/definition'

export const installationType: MetricDefinition = {
  keyPath: 'installation_type',
  description: 'Whether the database came with Habeas or is its own.',
  owner: 'Privacy',
  valueType: 'string',
  status: 'active',
  timeFrames: ['all'],
  dataCategory: 'standard',
  source: { data: 'system', fact: 'installation type' },
}
