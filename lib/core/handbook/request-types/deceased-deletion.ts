import { gitlabDeletion } from '../tasks/gitlab-deletion'
import { marketingDeletion } from '../tasks/marketing-deletion'
import { usageDataDeletion } from '../tasks/usage-data-deletion'
import { zendeskCdotDeletion } from '../tasks/zendesk-cdot-deletion'
import { accountDestroysAfterDeath } from './account-fields'
import { deleting } from './processing-copy'
import type { RequestType } from './request-type'

/** For somebody who has died, by an authorised agent or a Designated Account Successor. */
export const deceasedDeletion: RequestType = {
  key: 'deceased-deletion',
  title: 'Deletion for someone who has died',
  publicTitle: 'Delete the account of someone who has died',
  publicSummary:
    'As an authorised agent or a Designated Account Successor you can ask for the account to be deleted.',
  noun: 'the deletion of the account of someone who has died',
  destroys: accountDestroysAfterDeath,
  subjectType: 'successor',
  alsoFor: ['agent'],
  openedBy: 'public',
  about: 'deceased',
  processingAs: { ...deleting('the account and its data'), ofAnother: deleting('the account and its data') },
  action: 'erasure',
  fields: [
    {
      key: 'relationship',
      required: true,
      label: 'How are you entitled to act for them?',
      hint: 'If none of these fits, for example because you are next of kin without papers, choose “Authorised agent” and tell us below. We look for a way with you.',
    },
    {
      key: 'email',
      required: true,
      label: 'An email address for the account',
      hint: 'If you know one on the account, give that. If not, give the address that they named as their successor’s. If you don’t know one, give your own.',
    },
    {
      key: 'username',
      required: true,
      label: 'Their username',
      hint: 'The name in their profile’s web address.',
    },
    {
      key: 'requesterEmail',
      required: false,
      requiredOnForm: true,
      label: 'Your own email address',
      hint: 'What we write to you goes here. We begin with a link to confirm that it was you.',
    },
    { key: 'name', required: false, label: 'Your name' },
    { key: 'details', required: false, label: 'Anything that you would like us to know' },
  ],
  takesProofs: true,
  windowDays: { verification: 30 },
  looksUp: true,
  matchesSuccessor: true,
  rated: true,
  questions: 'by-rating',
  deleted: 'settles',
  enterpriseBecomes: null,
  individualBecomes: null,
  screens: [],
  requirements: ['authority', 'verification-questions', 'security-review'],
  subscriptionHold: false,
  tasks: [gitlabDeletion, zendeskCdotDeletion, marketingDeletion, usageDataDeletion],
  mainTask: gitlabDeletion,
  notConfirmed: 'unconfirmed',
  guides: ['blocked-by-own-deletion', 'requirements', 'work-tasks', 'search-early'],
}
