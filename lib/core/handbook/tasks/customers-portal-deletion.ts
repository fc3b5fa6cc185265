import type { TaskPlan } from './plan'

export const customersPortalDeletion: TaskPlan = {
  key: 'customers-portal-deletion',
  name: 'Console Engineer (Customers Portal Deletion)',
  team: 'console-engineer',
  by: 'steps',
  notFound: true,
  doneWords: 'Your data in the Customers Portal was deleted.',
  notFoundWords: 'We found no data about you in the Customers Portal.',
  notDoneWords: 'Your data in the Customers Portal was not deleted',
  dataWords: 'What the Customers Portal holds about you',
  ofAnother: {
    doneWords: 'The person’s data in the Customers Portal was deleted.',
    notFoundWords: 'We found no data about the person in the Customers Portal.',
    notDoneWords: 'The person’s data in the Customers Portal was not deleted',
    dataWords: 'What the Customers Portal holds about the person',
  },
  links: ['customers-portal'],
  steps: [
    {
      key: 'find-customer',
      doneBy: { role: 'customers-portal', act: 'find-customer' },
      label: 'Find the person in the Customers Portal by every address of the account',
    },
    {
      key: 'delete-customer',
      doneBy: { role: 'customers-portal', act: 'delete-customer' },
      label: 'Delete the person’s data in the Customers Portal',
      destructive: true,
    },
    {
      key: 'verify-gone',
      doneBy: { role: 'customers-portal', act: 'verify-customer-gone' },
      label: 'Verify that the Customers Portal no longer finds the person',
    },
  ],
}
