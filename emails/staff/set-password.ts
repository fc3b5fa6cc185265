import { mail } from '@/emails/message'
import { link, link_hours, organisation } from '@/emails/variables'

export default mail({
  key: 'set-password',
  name: 'Set Password',
  language: 'en',
  subject: 'Set your password for Habeas',
  body: `
Hello,

You have been given access to the privacy desk of {{ organisation }}. Please choose your password.

{{ link }}

The link works once, for {{ link_hours }} hours. If it has run out, ask your admin for a new one. If you didn’t expect
this message, you can ignore it.
`,
  variables: { organisation, link: { ...link, button: 'Choose a password' }, link_hours },
})
