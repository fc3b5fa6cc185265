import type { MetricDefinition } from '../definitions/definition'

export const requestsAccess: MetricDefinition = {
  keyPath: 'counts.requests_access',
  description: 'Requests for a copy of one’s data.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'access received' },
}
