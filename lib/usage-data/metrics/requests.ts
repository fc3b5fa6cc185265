import type { MetricDefinition } from '../definitions/definition'

export const requests: MetricDefinition = {
  keyPath: 'counts.requests',
  description: 'Privacy requests that were sent to this installation.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests received' },
}
