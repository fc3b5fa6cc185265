import { message } from '@/emails/message'
import { greeting, reference } from '@/emails/variables'

export default message({
  key: 'security-review-complete',
  name: 'Security Review Complete',
  language: 'en',
  rule: { by: 'record-security-review' },
  subject: 'We are continuing with request {{ reference }}',
  body: `
{{ greeting }}

Our security team has looked at the account in request {{ reference }}, and we can continue.

You don’t need to do anything. We will email you when it is done.
`,
  variables: { reference, greeting },
})
