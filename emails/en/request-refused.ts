import { message } from '@/emails/message'
import {
  asked_on,
  done_items,
  greeting,
  ground,
  link,
  nothing_done,
  reference,
  request_type,
} from '@/emails/variables'

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

{% if done_items.size > 0 %}
Until then, only this was done:

{% for item in done_items %}
- {{ item }}
{% endfor %}
{% else %}
{{ nothing_done }}
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
    done_items: { ...done_items, emptyAllowed: true },
    nothing_done,
    link,
  },
})
