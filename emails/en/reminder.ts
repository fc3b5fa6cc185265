import { message } from '@/emails/message'
import { greeting, link, reference, request_type, window_ends_on } from '@/emails/variables'

export default message({
  key: 'reminder',
  name: 'Reminder',
  language: 'en',
  subject: 'We are waiting for your answer on request {{ reference }}',
  body: `
{{ greeting }}

We still need an answer from you before we can go on with the request for {{ request_type }}. You can give it until the
end of {{ window_ends_on }}.

{{ link }}

If we hear nothing by then, request {{ reference }} is closed.
`,
  variables: { reference, greeting, request_type, window_ends_on, link },
})
