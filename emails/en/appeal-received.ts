import { message } from '@/emails/message'
import { appeal, appeal_due_on, asked_on, greeting, link, reference, request_type } from '@/emails/variables'

export default message({
  key: 'appeal-received',
  name: 'Appeal Received',
  language: 'en',
  rule: { by: 'open-appeal' },
  subject: 'We have your {{ appeal }} about request {{ reference }}',
  body: `
{{ greeting }}

On {{ asked_on }}, you asked for {{ request_type }}. We have received your {{ appeal }} about this.

Our privacy team will look at it, and you will have our answer by {{ appeal_due_on }}. You can see how far it is on the
page of the request. If there is more that we should know, tell us there.

{{ link }}
`,
  variables: { reference, greeting, request_type, asked_on, appeal, appeal_due_on, link },
})
