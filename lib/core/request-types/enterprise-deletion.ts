import { ownerPermission } from '../requirements/owner-permission'
import { securityReview } from '../requirements/security-review'
import { noAccount } from '../screens/no-account'
import { gitlabDeletion } from '../tasks/gitlab-deletion'
import { marketingDeletion } from '../tasks/marketing-deletion'
import { usageDataDeletion } from '../tasks/usage-data-deletion'
import { zendeskCdotDeletion } from '../tasks/zendesk-cdot-deletion'
import { accountDestroys, accountFields } from './account-fields'
import { ownerGuides } from './enterprise-guides'
import { blockedByOwnDeletion, reviewGuides, searchEarly, workTasks } from './individual-guides'
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
  processingAs: 'Deleting',
  action: 'erasure',
  fields: accountFields,
  looksUp: true,
  rated: true,
  questions: 'none',
  deleted: 'settles',
  enterpriseBecomes: null,
  individualBecomes: 'individual-deletion',
  screens: [noAccount],
  requirements: [ownerPermission, securityReview],
  subscriptionHold: false,
  tasks: [gitlabDeletion, zendeskCdotDeletion, marketingDeletion, usageDataDeletion],
  mainTask: gitlabDeletion.key,
  notConfirmed: 'unconfirmed',
  guides: [blockedByOwnDeletion, ...ownerGuides, ...reviewGuides, workTasks, searchEarly],
}
