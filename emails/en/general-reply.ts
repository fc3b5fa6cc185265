import { message } from '@/emails/message'
import { greeting, link, reference, reply } from '@/emails/variables'

export default message({
  key: 'general-reply',
  name: 'General Reply',
  language: 'en',
  rule: { by: 'send-message' },
  subject: 'About request {{ reference }}',
  body: `
{{ greeting }}

{{ reply }}

You can see your request and answer us on its page.

{{ link }}
`,
  variables: { reference, greeting, reply, link: { ...link, framed: true } },
})
