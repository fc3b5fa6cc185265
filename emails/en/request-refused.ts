import { message } from '@/emails/message'
import { asked_on, greeting, ground, link, not_done_items, reference, request_type } from '@/emails/variables'
import { whatWasDone, whatWasDoneVariables } from '@/emails/what-was-done'

export default message({
  key: 'request-refused',
  name: 'Request Refused',
  language: 'en',
  rule: { by: 'close' },
  subject: 'Our answer to request {{ reference }}',
  body: `
{{ greeting }}

On {{ asked_on }}, you asked for {{ request_type }}. We have considered your request carefully and cannot do what you
asked. The reason is:

{{ ground }}

${whatWasDone('Until then')}

{% if not_done_items.size > 0 %}
We also looked at this, and did not do it. The reason is given with it:

{% for item in not_done_items %}
- {{ item }}
{% endfor %}
{% endif %}

If you don’t agree, tell us on the page of the request.

{{ link }}
`,
  variables: {
    reference,
    greeting,
    request_type,
    asked_on,
    ground,
    ...whatWasDoneVariables,
    not_done_items,
    link,
  },
})
