import type { MetricDefinition } from '../definitions/definition'

export const medianDays: MetricDefinition = {
  keyPath: 'counts.median_days_to_close',
  description:
    'Half of the answered requests took at most so many calendar days, from receipt to the answer. Told for five answers or more.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'median days' },
}
