import { message } from '@/emails/message'
import { greeting, reference, remaining_items } from '@/emails/variables'

export default message({
  key: 'account-already-deleted',
  name: 'Account Already Deleted',
  language: 'en',
  rule: { by: 'send-message' },
  subject: 'The account in request {{ reference }} is already deleted',
  body: `
{{ greeting }}

When we looked at the account in request {{ reference }}, it had already been deleted. There is nothing left for us to
delete there.

{% if remaining_items.size > 0 %}
We are still working on this, and write to you when it is done:

{% for item in remaining_items %}
- {{ item }}
{% endfor %}
{% endif %}

You don’t need to do anything.
`,
  variables: { reference, greeting, remaining_items },
})
