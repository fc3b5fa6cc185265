import type { MetricDefinition } from '../definitions/definition'

export const tasksDonePrivacy: MetricDefinition = {
  keyPath: 'counts.tasks_done_privacy',
  description: 'Tasks that were resolved by Privacy.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'tasks done by privacy' },
}
