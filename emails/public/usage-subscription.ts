import { mail } from '@/emails/message'
import { confirm_days, confirm_link, organisation } from '@/emails/variables'

export default mail({
  key: 'usage-subscription',
  name: 'Usage Subscription',
  language: 'en',
  subject: 'Confirm that you want news about usage data',
  body: `
Hello,

Somebody, probably you, asked {{ organisation }} to tell this address when something changes about the usage data that is
collected.

{{ confirm_link }}

The link opens a page with one button. If you don’t press it within {{ confirm_days }} days, we forget this address. If it
wasn’t you, you don’t have to do anything.
`,
  variables: {
    organisation,
    confirm_link: { ...confirm_link, button: 'Confirm this address' },
    confirm_days,
  },
})
