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

You asked for {{ request_type }} on {{ asked_on }}, and you don’t agree with how that ended. We have
received your {{ appeal }}.

Our privacy team will look at your request again. We will answer by {{ appeal_due_on }}.

If there is more that we should know, tell us on the page of the request.

{{ link }}
`,
  variables: { reference, greeting, request_type, asked_on, appeal, appeal_due_on, link },
})
