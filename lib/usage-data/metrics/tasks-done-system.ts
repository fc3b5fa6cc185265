import type { MetricDefinition } from '../definitions/definition'

export const tasksDoneSystem: MetricDefinition = {
  keyPath: 'counts.tasks_done_system',
  description: 'Tasks that were resolved by Habeas itself.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'tasks done by system' },
}
