import { customersPortalSearch } from '../tasks/customers-portal-search'
import { placeFields } from './account-fields'
import { deleting } from './processing-copy'
import type { RequestType } from './request-type'

/** Data in the Customers Portal only. */
export const portalDeletion: RequestType = {
  key: 'portal-deletion',
  title: 'Customers Portal deletion',
  publicTitle: 'Delete my data in the Customers Portal',
  publicSummary: 'We delete what the Customers Portal holds about you. Accounts elsewhere stay.',
  noun: 'the deletion of data in the Customers Portal',
  destroys: ['Your data in the Customers Portal is deleted. Purchases can no longer be managed there.'],
  subjectType: 'portal',
  openedBy: 'public',
  about: 'me',
  processingAs: deleting('your data'),
  action: 'erasure',
  fields: [
    {
      key: 'email',
      required: true,
      label: 'Email address in the Customers Portal',
      hint: 'The one that you sign in there with. We send a link to it.',
    },
    { key: 'name', required: false },
    ...placeFields,
    { key: 'details', required: false },
  ],
  mayBeActedFor: true,
  forAnother: {
    publicTitle: 'Delete their data in the Customers Portal',
    publicSummary: 'We delete what the Customers Portal holds about the person. Accounts elsewhere stay.',
    destroys: [
      'The person’s data in the Customers Portal is deleted. Purchases can no longer be managed there.',
    ],
  },
  looksUp: false,
  rated: false,
  questions: 'none',
  deleted: 'goes-on',
  enterpriseBecomes: null,
  individualBecomes: null,
  screens: [],
  requirements: [],
  subscriptionHold: false,
  tasks: [customersPortalSearch],
  mainTask: customersPortalSearch,
  notConfirmed: 'unconfirmed',
  guides: ['work-tasks', 'search-early'],
}
