import type { MetricDefinition } from '../definitions/definition'

export const pageViewUsers: MetricDefinition = {
  keyPath: 'usage_activity_by_stage.page_view_users',
  description: 'Different users who opened a page of a connected product, by their pseudonyms.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['28d', '7d'],
  dataCategory: 'optional',
  source: { data: 'events', event: 'page_view', count: 'users' },
  countsPeople: true,
}
