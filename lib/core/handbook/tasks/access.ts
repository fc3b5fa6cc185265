import { cdotZendeskSheet } from './blank-sheet'
import type { TaskPlan } from './plan'

export const access: TaskPlan = {
  key: 'access',
  name: 'Support Engineer (Access)',
  team: 'support-engineer',
  by: 'steps',
  notFound: true,
  handsOver: 'files-ready',
  blankSheet: cdotZendeskSheet,
  doneWords: 'Your data in the Customers Portal and our support system was put together for you to download.',
  notFoundWords: 'We searched the Customers Portal and our support system, and hold no data about you there.',
  links: ['customers-portal', 'zendesk'],
  steps: [
    {
      key: 'download-blank',
      label: 'Download a blank cDot/Zendesk sheet',
      help: 'Always a blank one: never reuse a filled sheet.',
    },
    { key: 'fill-in', label: 'Fill the sheet in from the Customers Portal and Zendesk' },
    {
      key: 'upload',
      label: 'Upload the filled sheet to this task',
      help: 'Filled sheets live only here. Delete your own copy.',
    },
  ],
}
