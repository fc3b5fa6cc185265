import type { EventDefinition } from '../definitions/definition'

export const requestsSubmitted: EventDefinition = {
  action: 'requests_submitted',
  description:
    'Privacy requests that came in on a day, whichever way. A number from our own tables; nothing about who asked.',
  owner: 'Privacy',
  status: 'active',
  source: { from: 'database', query: 'requests-submitted' },
  identifiers: [],
  additionalProperties: {},
  keptMonths: 36,
}
