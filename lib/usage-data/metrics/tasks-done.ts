import type { MetricDefinition } from '../definitions/definition'

export const tasksDone: MetricDefinition = {
  keyPath: 'counts.tasks_done',
  description: 'Tasks that were resolved, by every team together.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'tasks done' },
}
