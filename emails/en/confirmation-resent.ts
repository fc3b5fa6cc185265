import { message } from '@/emails/message'
import { asked_on, confirm_link, organisation, reference, request_type } from '@/emails/variables'

export default message({
  key: 'confirmation-resent',
  name: 'Confirmation Resent',
  language: 'en',
  subject: 'Your link to confirm privacy request {{ reference }}',
  body: `
Hello,

Here is a new link to confirm the request for {{ request_type }} that {{ organisation }} received on {{ asked_on }}. Its
reference is {{ reference }}.

{{ confirm_link }}

The page shows what was asked for before you confirm anything. You can also say there that you didn’t ask for this.

If you didn’t ask for this, you can safely ignore this message. Without your confirmation the request ends by itself,
and nothing is changed.
`,
  variables: { reference, organisation, request_type, asked_on, confirm_link },
})
