import { correction } from '../tasks/correction'
import { placeFields } from './account-fields'
import type { RequestType } from './request-type'

/** What we hold about somebody is wrong and is put right; individuals only. */
export const rectification: RequestType = {
  key: 'rectification',
  title: 'Correction',
  publicTitle: 'Correct my data',
  publicSummary: 'You tell us what is wrong and what is right. We correct it in each of our systems.',
  noun: 'a correction of personal data',
  destroys: [],
  subjectType: 'individual',
  openedBy: 'public',
  about: 'me',
  processingAs: {
    desk: 'Correcting',
    ahead: 'We correct your data',
    done: 'We corrected your data',
    before: 'before anything is changed',
  },
  action: 'rectification',
  fields: [
    { key: 'email', required: true },
    { key: 'username', required: true },
    { key: 'name', required: false },
    ...placeFields,
    { key: 'whatIsWrong', required: true, orIn: 'details' },
    { key: 'whatIsRight', required: true, orIn: 'details' },
  ],
  mayBeActedFor: true,
  forAnother: {
    publicTitle: 'Correct their data',
    publicSummary:
      'You tell us what is wrong and what is right about the person. We correct it in each of our systems.',
  },
  looksUp: true,
  rated: true,
  questions: 'by-rating',
  deleted: 'goes-on',
  enterpriseBecomes: null,
  individualBecomes: null,
  screens: ['no-living-account', 'not-controller'],
  requirements: ['verification-questions'],
  subscriptionHold: false,
  tasks: [correction],
  mainTask: correction,
  notConfirmed: 'unconfirmed',
  guides: ['requirements', 'work-tasks'],
}
