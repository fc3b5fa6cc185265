import { marketingOptOut as task } from '../tasks/marketing-opt-out'
import { placeFields } from './account-fields'
import type { RequestType } from './request-type'

/** No more marketing, and nothing sold or shared; nothing is erased. The mailbox is all that is confirmed. */
export const marketingOptOut: RequestType = {
  key: 'marketing-opt-out',
  title: 'Marketing opt-out',
  publicTitle: 'Stop marketing to me',
  publicSummary:
    'We send you no more newsletters and offers, and don’t sell or share your data. Nothing is deleted.',
  noun: 'an opt-out from marketing',
  destroys: [],
  subjectType: 'individual',
  openedBy: 'public',
  about: 'me',
  processingAs: {
    desk: 'Opting out',
    ahead: 'We put your address on our opt-out list',
    done: 'We put your address on our opt-out list',
    before: 'before anything is changed',
    ofAnother: {
      ahead: 'We put the address on our opt-out list',
      done: 'We put the address on our opt-out list',
    },
  },
  action: 'objection',
  fields: [
    {
      key: 'email',
      required: true,
      label: 'Email address that gets our marketing mail',
      hint: 'We send a link to it. An account isn’t needed.',
    },
    ...placeFields,
  ],
  mayBeActedFor: true,
  forAnother: {
    publicTitle: 'Stop marketing to them',
    publicSummary:
      'We send the person no more newsletters and offers, and don’t sell or share their data. Nothing is deleted.',
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
