import { message } from '@/emails/message'
import { ask_again, asked_on, greeting, reference, request_type } from '@/emails/variables'

export default message({
  key: 'no-account-found',
  name: 'No Account Found',
  language: 'en',
  rule: { by: 'system' },
  subject: 'We found no account for request {{ reference }}',
  body: `
{{ greeting }}

On {{ asked_on }}, you made a request for {{ request_type }}. We looked for one account that holds all the details given
in it, and found none. So request {{ reference }} ends here.

We give this same answer whichever detail doesn’t match. That protects the people who do have an account.

An email address has to be one that the account has confirmed, and a username is the one shown on the account’s
profile page. If something may have been mistyped, you can {{ ask_again }}.
`,
  variables: { reference, greeting, request_type, asked_on, ask_again },
})
