import { message } from '@/emails/message'
import { link, organisation, reference } from '@/emails/variables'

export default message({
  key: 'access-link',
  name: 'Access Link',
  language: 'en',
  rule: { by: 'system' },
  subject: 'Your link to privacy request {{ reference }}',
  body: `
Hello,

Here is a new link to the page of privacy request {{ reference }} at {{ organisation }}.

{{ link }}

The link is for this request only. Please don’t pass it on.

If you didn’t ask for a link, you can safely ignore this message.
`,
  variables: { reference, organisation, link },
})
