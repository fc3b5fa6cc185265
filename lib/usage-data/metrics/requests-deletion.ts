import type { MetricDefinition } from '../definitions/definition'

export const requestsDeletion: MetricDefinition = {
  keyPath: 'counts.requests_deletion',
  description: 'Requests to delete an account, of every kind.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'deletions received' },
}
