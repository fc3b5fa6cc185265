import { objection as task } from '../tasks/objection'
import { placeFields } from './account-fields'
import type { RequestType } from './request-type'

/** Somebody objects to a use of their data other than marketing; Privacy grants it, or refuses with a ground. */
export const objection: RequestType = {
  key: 'objection',
  title: 'Objection',
  publicTitle: 'Object to how you use my data',
  publicSummary: 'You tell us which use of your data you don’t want, and why. Our privacy team decides.',
  noun: 'an end to a use of personal data',
  destroys: [],
  subjectType: 'individual',
  openedBy: 'public',
  about: 'me',
  processingAs: {
    desk: 'Deciding',
    ahead: 'Our privacy team decides',
    done: 'Our privacy team decided',
    before: 'before we decide',
  },
  action: 'objection',
  fields: [
    {
      key: 'email',
      required: true,
      hint: 'We send a link to it. An account isn’t needed.',
    },
    { key: 'username', required: false, hint: 'If you have an account with us.' },
    { key: 'name', required: false },
    ...placeFields,
    {
      key: 'details',
      required: true,
      label: 'What do you object to, and why?',
      hint: 'Which use of your data you don’t want. Please leave out passwords and copies of documents.',
    },
  ],
  mayBeActedFor: true,
  forAnother: {
    publicTitle: 'Object to how you use their data',
    publicSummary:
      'You tell us which use of the person’s data you don’t want, and why. Our privacy team decides.',
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
