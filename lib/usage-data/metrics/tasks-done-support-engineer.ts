import type { MetricDefinition } from '../definitions/definition'

export const tasksDoneSupportEngineer: MetricDefinition = {
  keyPath: 'counts.tasks_done_support_engineer',
  description: 'Tasks that were resolved by Support Engineer.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'tasks done by support-engineer' },
}
