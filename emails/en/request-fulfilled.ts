import { message } from '@/emails/message'
import {
  asked_on,
  done_items,
  download_until,
  greeting,
  not_done_items,
  reference,
  request_type,
} from '@/emails/variables'

export default message({
  key: 'request-fulfilled',
  name: 'Request Fulfilled',
  language: 'en',
  rule: { by: 'system' },
  subject: 'Request {{ reference }} is done',
  body: `
{{ greeting }}

The request of {{ asked_on }} for {{ request_type }} is done. This is what we did:

{% for item in done_items %}
- {{ item }}
{% endfor %}

{% if not_done_items.size > 0 %}
What was not done, and why:

{% for item in not_done_items %}
- {{ item }}
{% endfor %}
{% endif %}

{% if download_until %}
You can download your files until the end of {{ download_until }}. Our other message has the link.
{% else %}
You don’t need to do anything more.
{% endif %}

We keep a record of your request, to show that we answered it.
`,
  variables: {
    reference,
    greeting,
    request_type,
    asked_on,
    done_items,
    not_done_items,
    download_until: { ...download_until, required: false },
  },
})
