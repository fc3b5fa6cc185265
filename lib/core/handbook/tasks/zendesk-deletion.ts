import type { TaskPlan } from './plan'

export const zendeskDeletion: TaskPlan = {
  key: 'zendesk-deletion',
  name: 'Support Readiness (Zendesk Deletion)',
  team: 'support-readiness',
  by: 'steps',
  notFound: true,
  doneWords: 'Your data in our support system was deleted.',
  notFoundWords: 'We found no data about you in our support system.',
  notDoneWords: 'Your data in our support system was not deleted',
  dataWords: 'What our support system holds about you',
  ofAnother: {
    doneWords: 'The person’s data in our support system was deleted.',
    notFoundWords: 'We found no data about the person in our support system.',
    notDoneWords: 'The person’s data in our support system was not deleted',
    dataWords: 'What our support system holds about the person',
  },
  links: ['zendesk'],
  steps: [
    {
      key: 'check-organisation',
      doneBy: { role: 'support-desk', act: 'check-organisation' },
      label: 'Check the person’s organisation in Zendesk',
      help: 'An active organisation owns the data: resolve as Exception and say so in the note.',
    },
    {
      key: 'close-tickets',
      doneBy: { role: 'support-desk', act: 'close-tickets' },
      label: 'Close the person’s open tickets',
    },
    {
      key: 'delete-user',
      doneBy: { role: 'support-desk', act: 'delete-support-user' },
      label: 'Delete the user in Zendesk, then delete them permanently',
      destructive: true,
    },
    {
      key: 'verify-gone',
      doneBy: { role: 'support-desk', act: 'verify-support-user-gone' },
      label: 'Verify that Zendesk no longer finds the person',
    },
  ],
}
