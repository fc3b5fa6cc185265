import type { NextStep } from '../next-step'
import type { RequestType } from './request-type'

/**
 * The account belongs to an organisation, which is the controller. Asking for the owner's permission is not built yet:
 * a request that turns out to be of this type stops, and a person decides.
 */
export const enterpriseDeletion: RequestType = {
  key: 'enterprise-deletion',
  title: 'Enterprise deletion',
  publicTitle: 'Delete an account that belongs to an organisation',
  publicSummary: 'The organisation’s administrator has to agree.',
  noun: 'the deletion of an account that belongs to an organisation',
  destroys: [],
  subjectType: 'enterprise',
  published: false,
  processingAs: 'Deleting',
  fields: [
    { key: 'email', required: true },
    { key: 'username', required: true },
    { key: 'name', required: false },
    { key: 'country', required: false },
  ],
  needsAccount: true,
  rated: true,
  enterpriseBecomes: null,
  individualBecomes: 'individual-deletion',
  requirements: [],
  subscriptionHold: false,
  tasks: [],
  guides: [
    {
      when: request => request.state === 'verifying',
      say: 'This account belongs to an organisation, whose administrator decides. Write to the person, then let Privacy decide how it ends.',
      why: 'Enterprise User: the organisation is the controller, so nothing is deleted on the person’s word alone.',
      steps: (): NextStep[] => [
        { command: 'send-message', label: 'Write to the person', preset: { message: 'general-reply' } },
        { command: 'close', label: 'Refuse the request', preset: { outcome: 'refused' }, who: ['privacy'] },
      ],
    },
  ],
}
