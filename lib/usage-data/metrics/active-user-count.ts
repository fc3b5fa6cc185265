import type { MetricDefinition } from '../definitions/definition'

export const activeUserCount: MetricDefinition = {
  keyPath: 'active_user_count',
  description: 'Colleagues who can sign in to this installation.',
  owner: 'Privacy',
  valueType: 'number',
  status: 'active',
  timeFrames: ['all'],
  dataCategory: 'standard',
  source: { data: 'system', fact: 'active colleagues' },
  countsPeople: true,
}
