import { customersPortalDeletion } from './customers-portal-deletion'
import type { TaskPlan } from './plan'
import { zendeskDeletion } from './zendesk-deletion'

export const zendeskCdotDeletion: TaskPlan = {
  key: 'zendesk-cdot-deletion',
  name: 'Support Engineer (Zendesk/cDot Deletion)',
  team: 'support-engineer',
  by: 'found',
  systems: ['zendesk', 'customersPortal'],
  notFound: true,
  followUps: { zendesk: zendeskDeletion, customersPortal: customersPortalDeletion },
  notFoundWords: 'We searched our support system and the Customers Portal and found no data about you.',
  dataWords: 'What our support system and the Customers Portal hold about you',
  ofAnother: {
    notFoundWords:
      'We searched our support system and the Customers Portal and found no data about the person.',
    dataWords: 'What our support system and the Customers Portal hold about the person',
  },
  links: ['zendesk', 'customers-portal'],
  steps: [],
  instructions: [
    'Search Zendesk for every address of the account.',
    'Search the Customers Portal for every address of the account.',
    'Say where the person was found; the resolution and the follow-up tasks follow from it.',
    'Don’t delete anything there yourself.',
  ],
}
