import type { MetricDefinition } from '../definitions/definition'

export const requestsConfirmed: MetricDefinition = {
  keyPath: 'counts.requests_confirmed',
  description: 'Requests whose mailbox was confirmed.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests confirmed' },
}
