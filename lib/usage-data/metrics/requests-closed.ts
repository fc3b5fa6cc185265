import type { MetricDefinition } from '../definitions/definition'

export const requestsClosed: MetricDefinition = {
  keyPath: 'counts.requests_closed',
  description: 'Requests that came to an end, whatever it was.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests closed' },
}
