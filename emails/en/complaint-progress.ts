import { message } from '@/emails/message'
import { appeal, appeal_due_on, greeting, link, reference } from '@/emails/variables'

export default message({
  key: 'complaint-progress',
  name: 'Complaint Progress',
  language: 'en',
  rule: { by: 'system' },
  subject: 'We are still working on your {{ appeal }} about request {{ reference }}',
  body: `
{{ greeting }}

Our privacy team is still working on your {{ appeal }} about request {{ reference }}. You will have our answer by
{{ appeal_due_on }}. You don’t need to do anything. If there is more that we should know, tell us on the page of the
request.

{{ link }}
`,
  variables: { reference, greeting, appeal, appeal_due_on, link },
})
