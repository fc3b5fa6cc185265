import type { MetricDefinition } from '../definitions/definition'

export const tasksDoneConsoleEngineer: MetricDefinition = {
  keyPath: 'counts.tasks_done_console_engineer',
  description: 'Tasks that were resolved by Console Engineer.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'tasks done by console-engineer' },
}
