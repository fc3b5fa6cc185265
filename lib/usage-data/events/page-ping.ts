import type { EventDefinition } from '../definitions/definition'

export const pagePing: EventDefinition = {
  action: 'page_ping',
  description: 'A page is still being read. Says where people stay and where they leave at once.',
  owner: 'Product',
  status: 'active',
  source: { from: 'tracker', match: { kind: 'page-ping' } },
  identifiers: ['project', 'namespace', 'user'],
  additionalProperties: {},
  keptMonths: 3,
}
