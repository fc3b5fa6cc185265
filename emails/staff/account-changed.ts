import { mail } from '@/emails/message'
import { account_change, account_page, organisation } from '@/emails/variables'

export default mail({
  key: 'account-changed',
  name: 'Account Changed',
  language: 'en',
  subject: 'Your sign-in at the privacy desk was changed',
  body: `
Hello,

This is about your account at the privacy desk of {{ organisation }}. {{ account_change }}

If that was you, there is nothing to do. If it wasn’t, tell an admin of the desk at once, and end the sessions that you don’t know:

{{ account_page }}
`,
  variables: { organisation, account_change, account_page },
})
