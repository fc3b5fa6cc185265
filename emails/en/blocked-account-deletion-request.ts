import { message } from '@/emails/message'
import { greeting, reference } from '@/emails/variables'

export default message({
  key: 'blocked-account-deletion-request',
  name: 'Blocked Account Deletion Request',
  language: 'en',
  rule: { by: 'send-message' },
  subject: 'The account in request {{ reference }} is already being deleted',
  body: `
{{ greeting }}

The account in request {{ reference }} is blocked because its owner has already deleted it. That deletion goes on by
itself, and you don’t need to do anything for it.

We now look after what remains in our other systems, and write to you when that is done.
`,
  variables: { reference, greeting },
})
