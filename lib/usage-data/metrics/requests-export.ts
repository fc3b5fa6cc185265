import type { MetricDefinition } from '../definitions/definition'

export const requestsExport: MetricDefinition = {
  keyPath: 'counts.requests_export',
  description: 'Requests for an export of projects.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'exports received' },
}
