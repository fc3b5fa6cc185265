import type { MetricDefinition } from '../definitions/definition'

export const issuesCreated: MetricDefinition = {
  keyPath: 'usage_activity_by_stage.issues_created',
  description: 'Issues that were opened in connected products.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'optional',
  source: { data: 'events', event: 'issue_created', count: 'events' },
}
