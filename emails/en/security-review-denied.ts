import { message } from '@/emails/message'
import { done_items, greeting, link, nothing_done, reference } from '@/emails/variables'

export default message({
  key: 'security-review-denied',
  name: 'Security Review Denied',
  language: 'en',
  rule: { by: 'record-security-review' },
  subject: 'We can’t delete the account in request {{ reference }}',
  body: `
{{ greeting }}

Our security team has looked at the account in request {{ reference }} and decided that it has to stay blocked. So we
can’t delete it, and the request is closed.

{% if done_items.size > 0 %}
Before that, only this was done:

{% for item in done_items %}
- {{ item }}
{% endfor %}
{% else %}
{{ nothing_done }}
{% endif %}

If you don’t agree, or if we should know something more, tell us on the page of this request.

{{ link }}
`,
  variables: {
    reference,
    greeting,
    link,
    done_items: { ...done_items, emptyAllowed: true },
    nothing_done,
  },
})
