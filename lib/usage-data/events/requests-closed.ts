import type { EventDefinition } from '../definitions/definition'

export const requestsClosed: EventDefinition = {
  action: 'requests_closed',
  description:
    'Privacy requests that ended on a day, whatever the outcome. A number from our own tables; nothing about who asked.',
  owner: 'Privacy',
  status: 'active',
  source: { from: 'database', query: 'requests-closed' },
  identifiers: [],
  additionalProperties: {},
  keptMonths: 36,
}
