import type { MetricDefinition } from '../definitions/definition'

export const requestsOverdue: MetricDefinition = {
  keyPath: 'counts.requests_overdue',
  description: 'Open requests that are past their due day, at the time of the ping.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests overdue' },
}
