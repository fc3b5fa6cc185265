import { message } from '@/emails/message'
import {
  ask_again,
  closed_because,
  greeting,
  not_done_items,
  reference,
  request_type,
} from '@/emails/variables'
import { whatWasDone, whatWasDoneVariables } from '@/emails/what-was-done'

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

${whatWasDone('Until then')}

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
    ...whatWasDoneVariables,
    not_done_items,
  },
})
