import type { MetricDefinition } from '../definitions/definition'

export const habeasPageViews: MetricDefinition = {
  keyPath: 'counts.habeas_page_views',
  description: 'Pages of Habeas itself that were opened.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'optional',
  source: { data: 'events', event: 'habeas_page_viewed', count: 'events' },
}
