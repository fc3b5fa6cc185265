import { message } from '@/emails/message'
import { greeting, reference } from '@/emails/variables'

export default message({
  key: 'enterprise-user-access-not-available',
  name: 'Enterprise User Access Not Available',
  language: 'en',
  rule: { by: 'system' },
  subject: 'Who can answer request {{ reference }}',
  body: `
{{ greeting }}

The account in request {{ reference }} is managed by an organisation, often an employer. That organisation is
responsible for the account’s data, so we may not hand it out or change it ourselves, and the request is closed.

Please ask the administrator of that organisation. They can give you what you asked for.
`,
  variables: { reference, greeting },
})
