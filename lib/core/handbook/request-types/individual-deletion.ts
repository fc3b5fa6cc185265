import { gitlabDeletion } from '../tasks/gitlab-deletion'
import { marketingDeletion } from '../tasks/marketing-deletion'
import { usageDataDeletion } from '../tasks/usage-data-deletion'
import { zendeskCdotDeletion } from '../tasks/zendesk-cdot-deletion'
import { accountDestroys, accountDestroysForAnother, accountFields } from './account-fields'
import { deleting } from './processing-copy'
import type { RequestType } from './request-type'

/** Deletes the account and the person's data in Zendesk, the Customers Portal and marketing systems. */
export const individualDeletion: RequestType = {
  key: 'individual-deletion',
  title: 'Individual deletion',
  publicTitle: 'Delete my account',
  publicSummary:
    'We delete your account and your personal data in our support, billing and marketing systems.',
  noun: 'the deletion of an account',
  destroys: accountDestroys,
  subjectType: 'individual',
  openedBy: 'public',
  about: 'me',
  processingAs: deleting('your data'),
  action: 'erasure',
  fields: accountFields,
  mayBeActedFor: true,
  forAnother: {
    publicTitle: 'Delete their account',
    publicSummary:
      'We delete the account and the person’s data in our support, billing and marketing systems.',
    destroys: accountDestroysForAnother,
  },
  looksUp: true,
  rated: true,
  questions: 'by-rating',
  deleted: 'settles',
  enterpriseBecomes: 'enterprise-deletion',
  individualBecomes: null,
  screens: ['no-account'],
  requirements: ['verification-questions', 'security-review'],
  subscriptionHold: true,
  tasks: [gitlabDeletion, zendeskCdotDeletion, marketingDeletion, usageDataDeletion],
  mainTask: gitlabDeletion,
  notConfirmed: 'unconfirmed',
  guides: ['blocked-by-own-deletion', 'requirements', 'work-tasks', 'search-early'],
}
