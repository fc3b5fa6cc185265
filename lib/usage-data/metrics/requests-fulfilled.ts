import type { MetricDefinition } from '../definitions/definition'

export const requestsFulfilled: MetricDefinition = {
  keyPath: 'counts.requests_fulfilled',
  description: 'Requests that were done as asked.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests fulfilled' },
}
