import type { MetricDefinition } from '../definitions/definition'

export const requestsUnconfirmed: MetricDefinition = {
  keyPath: 'counts.requests_unconfirmed',
  description: 'Requests that ended because the mailbox was never confirmed.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests never confirmed' },
}
