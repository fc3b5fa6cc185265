import type { MetricDefinition } from '../definitions/definition'

export const requestsAnswered: MetricDefinition = {
  keyPath: 'counts.requests_answered',
  description:
    'Requests that ended with an answer: fulfilled or declined. What nobody confirmed, was taken back, or was asked for before has none.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests answered' },
}
