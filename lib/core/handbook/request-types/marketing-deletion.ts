import { marketingDeletion as task } from '../tasks/marketing-deletion'
import { placeFields } from './account-fields'
import { deleting } from './processing-copy'
import type { RequestType } from './request-type'

/** Marketing and sales-related personal data only; no support tasks. */
export const marketingDeletion: RequestType = {
  key: 'marketing-deletion',
  title: 'Marketing deletion',
  publicTitle: 'Delete my marketing data',
  publicSummary: 'We erase what our marketing and sales systems hold about you. Your account stays.',
  noun: 'the deletion of marketing data',
  destroys: ['Your marketing and sales data is erased. You no longer get newsletters or offers.'],
  subjectType: 'individual',
  openedBy: 'public',
  about: 'me',
  processingAs: deleting('your data'),
  action: 'erasure',
  fields: [
    {
      key: 'email',
      required: true,
      label: 'Email address that gets our marketing mail',
      hint: 'We send a link to it. An account isn’t needed.',
    },
    { key: 'name', required: false },
    ...placeFields,
  ],
  mayBeActedFor: true,
  forAnother: {
    publicTitle: 'Delete their marketing data',
    publicSummary:
      'We erase what our marketing and sales systems hold about the person. Their account stays.',
    destroys: ['The person’s marketing and sales data is erased. They no longer get newsletters or offers.'],
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
  tasks: [task],
  mainTask: task,
  notConfirmed: 'unconfirmed',
  guides: ['work-tasks'],
}
