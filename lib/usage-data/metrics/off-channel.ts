import type { MetricDefinition } from '../definitions/definition'

export const offChannel: MetricDefinition = {
  keyPath: 'counts.off_channel_requests',
  description: 'Requests that came by another way, such as a ticket, and were answered there.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all', '28d', '7d'],
  dataCategory: 'operational',
  source: { data: 'database', query: 'off-channel' },
}
