import type { MetricDefinition } from '../definitions/definition'

export const requestsNoAccount: MetricDefinition = {
  keyPath: 'counts.requests_no_account',
  description: 'Requests that ended because no account fits.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests without account' },
}
