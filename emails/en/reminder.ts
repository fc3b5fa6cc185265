import { message } from '@/emails/message'
import { awaited_from, greeting, link, reference, request_type, window_ends_on } from '@/emails/variables'

export default message({
  key: 'reminder',
  name: 'Reminder',
  language: 'en',
  rule: { by: 'system' },
  subject: 'We are waiting for an answer on request {{ reference }}',
  body: `
{{ greeting }}

{% if awaited_from %}
We asked {{ awaited_from }} about the request for {{ request_type }}, and have not heard from them yet. They can answer
until the end of {{ window_ends_on }}. You don’t need to do anything; you may want to remind them yourself.
{% else %}
We still need an answer from you before we can continue with the request for {{ request_type }}. You can give it until the
end of {{ window_ends_on }}.
{% endif %}

{{ link }}

If we hear nothing by then, request {{ reference }} is closed.
`,
  variables: { reference, greeting, request_type, window_ends_on, link, awaited_from },
})
