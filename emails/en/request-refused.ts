import { message } from '@/emails/message'
import {
  asked_on,
  complaint_authority,
  done_items,
  greeting,
  ground,
  link,
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

You asked for {{ request_type }} on {{ asked_on }}. We have looked at it with care, and can’t do it. This is why:

{{ ground }}

{% if done_items.size > 0 %}
Before we stopped, this had already been done:

{% for item in done_items %}
- {{ item }}
{% endfor %}
{% else %}
Nothing was deleted or handed over.
{% endif %}

If you don’t agree, tell us on the page of the request.

{{ link }}

You also have the right to complain to {{ complaint_authority }}, and to take the matter to court.
`,
  variables: {
    reference,
    greeting,
    request_type,
    asked_on,
    ground,
    done_items: { ...done_items, emptyAllowed: true },
    link,
    complaint_authority: { ...complaint_authority, required: true, kept: true },
  },
})
