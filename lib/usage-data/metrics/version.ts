import type { MetricDefinition } from '../definitions/definition'

export const version: MetricDefinition = {
  keyPath: 'version',
  description: 'The version of Habeas.',
  owner: 'Privacy',
  valueType: 'string',
  status: 'active',
  timeFrames: ['all'],
  dataCategory: 'standard',
  source: { data: 'system', fact: 'version' },
}
