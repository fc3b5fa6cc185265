import type { MetricDefinition } from '../definitions/definition'

export const requestsOpen: MetricDefinition = {
  keyPath: 'counts.requests_open',
  description: 'Requests that are not closed, at the time of the ping.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests open' },
}
