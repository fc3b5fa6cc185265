import type { MetricDefinition } from '../definitions/definition'

export const edition: MetricDefinition = {
  keyPath: 'edition',
  description: 'The edition of Habeas; there is one.',
  owner: 'Privacy',
  valueType: 'string',
  status: 'active',
  timeFrames: ['all'],
  dataCategory: 'standard',
  source: { data: 'system', fact: 'edition' },
}
