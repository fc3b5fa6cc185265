import type { MetricDefinition } from '../definitions/definition'

export const requestsNotVerified: MetricDefinition = {
  keyPath: 'counts.requests_not_verified',
  description: 'Requests that ended because nobody could show that the account is theirs.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests not verified' },
}
