import { gitlabDeletion } from '../tasks/gitlab-deletion'
import { marketingDeletion } from '../tasks/marketing-deletion'
import { usageDataDeletion } from '../tasks/usage-data-deletion'
import { zendeskCdotDeletion } from '../tasks/zendesk-cdot-deletion'
import { accountDestroys, accountDestroysForAnother, accountFields } from './account-fields'
import { deleting } from './processing-copy'
import type { RequestType } from './request-type'

/** The account belongs to an organisation, which is the controller: its owner's permission decides. */
export const enterpriseDeletion: RequestType = {
  key: 'enterprise-deletion',
  title: 'Enterprise deletion',
  publicTitle: 'Delete an account that belongs to my organisation',
  publicSummary: 'Your organisation decides about this account. With your agreement, we ask its owner.',
  noun: 'the deletion of an account that belongs to an organisation',
  destroys: accountDestroys,
  subjectType: 'enterprise',
  openedBy: 'public',
  about: 'me',
  processingAs: deleting('your data'),
  action: 'erasure',
  fields: accountFields,
  mayBeActedFor: true,
  forAnother: {
    publicTitle: 'Delete an account that belongs to their organisation',
    publicSummary: 'The organisation decides about this account. We ask its owner only if you say yes.',
    destroys: accountDestroysForAnother,
  },
  looksUp: true,
  rated: true,
  questions: 'none',
  deleted: 'settles',
  enterpriseBecomes: null,
  individualBecomes: 'individual-deletion',
  screens: ['no-account'],
  requirements: ['owner-permission', 'security-review'],
  subscriptionHold: false,
  tasks: [gitlabDeletion, zendeskCdotDeletion, marketingDeletion, usageDataDeletion],
  mainTask: gitlabDeletion,
  notConfirmed: 'unconfirmed',
  guides: ['blocked-by-own-deletion', 'requirements', 'work-tasks', 'search-early'],
}
