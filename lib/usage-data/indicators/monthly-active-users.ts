import type { IndicatorDefinition } from '../definitions/definition'

export const monthlyActiveUsers: IndicatorDefinition = {
  key: 'monthly-active-users',
  name: 'Monthly active users',
  owner: 'Product',
  definition:
    'Different people who opened a page of one of our products within 28 days. Whoever asks not to be counted isn’t.',
  measure: { event: 'page_view', count: 'users', over: '28d' },
  target: { atLeast: 250 },
  maturity: 'complete',
}
