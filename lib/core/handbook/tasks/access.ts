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
  notFoundWords:
    'We searched the Customers Portal and our support system and found no data about you there. Your account itself also holds data about you, such as your profile, your settings and your projects. Sign in to see it, or write to us if you would like a copy.',
  ofAnother: {
    doneWords:
      'The person’s data in the Customers Portal and our support system was put together for you to download.',
    notFoundWords:
      'We searched the Customers Portal and our support system and found no data about the person there. Their account itself also holds data about them, such as their profile, their settings and their projects. They can sign in to see it, or you can write to us for a copy.',
  },
  links: ['customers-portal', 'zendesk'],
  steps: [
    {
      key: 'download-blank',
      label: 'Download a blank cDot/Zendesk sheet',
      help: 'Always a blank one: never reuse a filled sheet. Downloading it below ticks this.',
      seenBy: 'sheet-download',
    },
    { key: 'fill-in', label: 'Fill the sheet in from the Customers Portal and Zendesk' },
    {
      key: 'upload',
      label: 'Upload the filled sheet to this task',
      help: 'Filled sheets live only here. Delete your own copy. Uploading it ticks this.',
      seenBy: 'file',
    },
  ],
}
