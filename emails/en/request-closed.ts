import { message } from '@/emails/message'
import { closed_because, greeting, reference, request_type } from '@/emails/variables'

export default message({
  key: 'request-closed',
  name: 'Request Closed',
  language: 'en',
  subject: 'Request {{ reference }} is closed',
  body: `
{{ greeting }}

The request for {{ request_type }} is closed.

{% if closed_because %}
{{ closed_because }}
{% endif %}

Nothing was deleted or handed over. If you need this after all, you can make a new request in our Privacy Center at any
time.
`,
  variables: { reference, greeting, request_type, closed_because },
})
