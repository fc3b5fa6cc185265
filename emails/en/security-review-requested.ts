import { message } from '@/emails/message'
import { greeting, reference } from '@/emails/variables'

export default message({
  key: 'security-review-requested',
  name: 'Security Review Requested',
  language: 'en',
  rule: { by: 'request-security-review' },
  subject: 'Request {{ reference }} is with our security team',
  body: `
{{ greeting }}

The account in request {{ reference }} is blocked. Our security team has to look at it before we can continue. Nothing is
deleted until they have.

You don’t need to do anything. We write to you as soon as they have decided.
`,
  variables: { reference, greeting },
})
