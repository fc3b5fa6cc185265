import { message } from '@/emails/message'
import { appeal, due_on, extension_reason, greeting, link, new_due_on, reference } from '@/emails/variables'

export default message({
  key: 'appeal-extended',
  name: 'Appeal Extended',
  language: 'en',
  rule: { by: 'extend-appeal' },
  subject: 'Your {{ appeal }} about request {{ reference }}: we need until {{ new_due_on }}',
  body: `
{{ greeting }}

We said we would answer your {{ appeal }} about request {{ reference }} by {{ due_on }}. We need until {{ new_due_on }}. We are sorry for the wait.

{{ extension_reason }}

You don’t need to do anything. If there is more that we should know, tell us on the page of the request.

{{ link }}
`,
  variables: { reference, greeting, appeal, due_on, new_due_on, extension_reason, link },
})
