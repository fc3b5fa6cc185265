import type { MetricDefinition } from '../definitions/definition'

export const requestsInTime: MetricDefinition = {
  keyPath: 'counts.requests_closed_in_time',
  description: 'Of the answered requests: those whose answer came on or before the day it was due.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'requests answered in time' },
}
