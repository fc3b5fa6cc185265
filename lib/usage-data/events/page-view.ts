import type { EventDefinition } from '../definitions/definition'

export const pageView: EventDefinition = {
  action: 'page_view',
  description: 'Somebody opened a page of a product. Says which parts of the product are used at all.',
  owner: 'Product',
  status: 'active',
  source: { from: 'tracker', match: { kind: 'page-view' } },
  identifiers: ['project', 'namespace', 'user'],
  additionalProperties: {},
  keptMonths: 12,
}
