import { message } from '@/emails/message'
import { done_items, greeting, link, nothing_done, reference } from '@/emails/variables'

export default message({
  key: 'no-enterprise-admin-permission-deletion',
  name: 'No Enterprise Admin Permission-Deletion',
  language: 'en',
  rule: { by: 'record-owner-decision' },
  subject: 'Request {{ reference }} is closed: no permission from the administrator',
  body: `
{{ greeting }}

The account in request {{ reference }} is managed by an organisation, and we can delete it only with the permission of
its administrator. We don’t have that permission, so the request is closed.

{% if done_items.size > 0 %}
Before that, only this was done:

{% for item in done_items %}
- {{ item }}
{% endfor %}
{% else %}
{{ nothing_done }}
{% endif %}

You can still ask the administrator yourself. When they agree, please have them send us their permission in a Support
Ticket, and tell us on the page of this request.

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
