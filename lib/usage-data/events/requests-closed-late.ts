import type { EventDefinition } from '../definitions/definition'

export const requestsClosedLate: EventDefinition = {
  action: 'requests_closed_late',
  description:
    'Privacy requests that ended on a day and were answered after the time that the law gives. What nobody confirmed, was taken back, or was asked for before has no answer. A number from our own tables; nothing about who asked.',
  owner: 'Privacy',
  status: 'active',
  source: { from: 'database', query: 'requests-closed-late' },
  identifiers: [],
  additionalProperties: {},
  keptMonths: 36,
}
