import type { MetricDefinition } from '../definitions/definition'

export const requestsInTime: MetricDefinition = {
  keyPath: 'counts.requests_closed_in_time',
  description: 'Requests that ended on or before the day they were due.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests closed in time' },
}
