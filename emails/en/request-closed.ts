import { message } from '@/emails/message'
import {
  ask_again,
  closed_because,
  done_items,
  greeting,
  not_done_items,
  nothing_done,
  reference,
  request_type,
} from '@/emails/variables'

export default message({
  key: 'request-closed',
  name: 'Request Closed',
  language: 'en',
  rule: { by: 'close' },
  subject: 'Request {{ reference }} is closed',
  body: `
{{ greeting }}

The request for {{ request_type }} is closed.

{% if closed_because %}
{{ closed_because }}
{% endif %}

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

If you need this after all, you can {{ ask_again }} at any time.
`,
  variables: {
    reference,
    greeting,
    request_type,
    closed_because,
    ask_again,
    done_items: { ...done_items, emptyAllowed: true },
    not_done_items,
    nothing_done,
  },
})
