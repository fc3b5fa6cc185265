import type { EventDefinition } from '../definitions/definition'

export const habeasPageViewed: EventDefinition = {
  action: 'habeas_page_viewed',
  description:
    'A page of Habeas itself was opened, counted on the server without cookies. Says which of its pages are used; by whom is not collected.',
  owner: 'Privacy',
  status: 'active',
  source: { from: 'habeas' },
  identifiers: [],
  additionalProperties: {},
  keptMonths: 12,
}
