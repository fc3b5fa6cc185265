import { message } from '@/emails/message'
import { greeting, reference } from '@/emails/variables'

export default message({
  key: 'security-review-complete',
  name: 'Security Review Complete',
  language: 'en',
  rule: { by: 'record-security-review' },
  subject: 'Request {{ reference }} goes on',
  body: `
{{ greeting }}

Our security team has looked at the account in request {{ reference }}, and the request can go on.

You don’t need to do anything. We write to you when it is done.
`,
  variables: { reference, greeting },
})
