import { access } from '../tasks/access'
import { accountFields } from './account-fields'
import { compiling } from './processing-copy'
import type { RequestType } from './request-type'

/** A copy of the data that the Customers Portal and Zendesk hold; individuals only. */
export const dataAccess: RequestType = {
  key: 'data-access',
  title: 'Data access',
  publicTitle: 'Get a copy of my data',
  publicSummary: 'We put together what our support and billing systems hold about you, for you to download.',
  noun: 'a copy of personal data',
  destroys: [],
  subjectType: 'individual',
  openedBy: 'public',
  about: 'me',
  processingAs: compiling,
  action: 'access',
  fields: accountFields,
  mayBeActedFor: true,
  forAnother: {
    publicTitle: 'Get a copy of their data',
    publicSummary:
      'We put together what our support and billing systems hold about the person, for you to download.',
  },
  clarifies: true,
  looksUp: true,
  rated: true,
  questions: 'by-rating',
  deleted: 'goes-on',
  enterpriseBecomes: null,
  individualBecomes: null,
  screens: ['no-living-account', 'not-controller'],
  requirements: ['verification-questions'],
  subscriptionHold: false,
  tasks: [access],
  mainTask: access,
  notConfirmed: 'unconfirmed',
  guides: ['requirements', 'work-tasks'],
}
