import { mail } from '@/emails/message'
import { link, reference } from '@/emails/variables'

export default mail({
  key: 'new-message',
  name: 'New Message',
  language: 'en',
  subject: 'There is a new message on {{ reference }}',
  body: `
The person wrote something on request {{ reference }}. Please read it. Nothing is deleted or handed over before somebody
has.

{{ link }}
`,
  variables: { reference, link },
})
