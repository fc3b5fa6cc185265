import { customersPortalDeletion } from './customers-portal-deletion'
import type { TaskPlan } from './plan'

/** The same search as for an account, in the Customers Portal alone. */
export const customersPortalSearch: TaskPlan = {
  key: 'customers-portal-search',
  name: 'Support Engineer (Zendesk/cDot Deletion)',
  team: 'support-engineer',
  by: 'found',
  systems: ['customersPortal'],
  notFound: true,
  followUps: { customersPortal: customersPortalDeletion },
  notFoundWords: 'We searched the Customers Portal and found no data about you.',
  ofAnother: { notFoundWords: 'We searched the Customers Portal and found no data about the person.' },
  links: ['customers-portal'],
  steps: [],
  instructions: [
    'Search the Customers Portal for the address.',
    'Say whether the person was located; the resolution and the follow-up task follow from it.',
    'Don’t delete anything there yourself.',
  ],
}
