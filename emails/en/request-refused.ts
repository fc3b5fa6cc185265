import { message } from '@/emails/message'
import {
  asked_on,
  done_items,
  greeting,
  ground,
  link,
  not_done_items,
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
    done_items: { ...done_items, emptyAllowed: true },
    not_done_items,
    nothing_done,
    link,
  },
})
