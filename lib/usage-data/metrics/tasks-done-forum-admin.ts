import type { MetricDefinition } from '../definitions/definition'

export const tasksDoneForumAdmin: MetricDefinition = {
  keyPath: 'counts.tasks_done_forum_admin',
  description: 'Tasks that were resolved by Forum Admin.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'tasks done by forum-admin' },
}
