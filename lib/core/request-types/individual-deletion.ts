import { securityReview } from '../requirements/security-review'
import { verificationQuestions } from '../requirements/verification-questions'
import { gitlabDeletion } from '../tasks/gitlab-deletion'
import { marketingDeletion } from '../tasks/marketing-deletion'
import { zendeskCdotDeletion } from '../tasks/zendesk-cdot-deletion'
import {
  askQuestions,
  awaitAnswers,
  blockedByOwnDeletion,
  judgeAnswers,
  recordReview,
  requestReview,
  searchEarly,
  workTasks,
} from './individual-guides'
import type { RequestType } from './request-type'

/** Deletes the account and the person's data in Zendesk, the Customers Portal and marketing systems. */
export const individualDeletion: RequestType = {
  key: 'individual-deletion',
  title: 'Individual deletion',
  publicTitle: 'Delete my account',
  publicSummary:
    'We delete your account and your personal data in our support, billing and marketing systems.',
  noun: 'the deletion of an account',
  destroys: [
    'Your own projects are deleted with your account.',
    'Projects that belong to other people stay.',
    'Groups that only you own are deleted at once, with the work of their other members. To keep one, make somebody else an owner first.',
  ],
  subjectType: 'individual',
  published: true,
  processingAs: 'Deleting',
  fields: [
    { key: 'email', required: true },
    { key: 'username', required: true },
    { key: 'name', required: false },
    { key: 'country', required: false },
    { key: 'details', required: false },
  ],
  needsAccount: true,
  rated: true,
  enterpriseBecomes: 'enterprise-deletion',
  individualBecomes: null,
  requirements: [verificationQuestions, securityReview],
  subscriptionHold: true,
  tasks: [gitlabDeletion, zendeskCdotDeletion, marketingDeletion],
  guides: [
    blockedByOwnDeletion,
    askQuestions,
    judgeAnswers,
    awaitAnswers,
    requestReview,
    recordReview,
    workTasks,
    searchEarly,
  ],
}
