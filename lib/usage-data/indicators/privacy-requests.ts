import type { IndicatorDefinition } from '../definitions/definition'

export const privacyRequests: IndicatorDefinition = {
  key: 'privacy-requests',
  name: 'Privacy requests',
  owner: 'Privacy',
  definition: 'Requests that came in within 7 days, whichever way. A number from our own tables.',
  measure: { event: 'requests_submitted', count: 'events', over: '7d' },
  target: null,
  maturity: 'dashboard',
}
