import { forumDeletion as task } from '../tasks/forum-deletion'
import { deleting } from './processing-copy'
import type { RequestType } from './request-type'

/** A forum user and their posts, from a support ticket only; confirming the mailbox counts as the reply that is needed. */
export const forumDeletion: RequestType = {
  key: 'forum-deletion',
  title: 'Forum deletion',
  publicTitle: 'Delete my forum account',
  publicSummary: 'We delete your forum account and your posts there.',
  noun: 'the deletion of a forum account',
  destroys: ['Your forum account and all of your posts there are deleted.'],
  subjectType: 'individual',
  openedBy: 'staff',
  about: 'me',
  processingAs: deleting('your data'),
  action: 'erasure',
  fields: [
    { key: 'email', required: true, label: 'Email address of the forum account' },
    { key: 'forumProfile', required: true },
    { key: 'forumUsername', required: true },
    { key: 'name', required: false },
    { key: 'country', required: false },
    { key: 'details', required: false },
  ],
  looksUp: false,
  rated: false,
  questions: 'none',
  deleted: 'goes-on',
  enterpriseBecomes: null,
  individualBecomes: null,
  screens: [],
  requirements: [],
  subscriptionHold: false,
  tasks: [task],
  mainTask: task,
  notConfirmed: 'no-response',
  guides: ['work-tasks'],
}
