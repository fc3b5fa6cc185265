import type { MetricDefinition } from '../definitions/definition'

export const tasksDoneSupportReadiness: MetricDefinition = {
  keyPath: 'counts.tasks_done_support_readiness',
  description: 'Tasks that were resolved by Support Readiness.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'tasks done by support-readiness' },
}
