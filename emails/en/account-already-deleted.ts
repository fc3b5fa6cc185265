import { message } from '@/emails/message'
import {
  acting,
  bereaved,
  greeting,
  link,
  reference,
  remaining_items,
  staying_items,
} from '@/emails/variables'

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
We still delete this, and write to you when it is done. You don’t need to do anything.

{% for item in remaining_items %}
- {{ item }}
{% endfor %}
{% endif %}

{% if staying_items.size > 0 %}
This request ends here. We ask some questions before we delete, and with the account gone we can’t check the answers any
more. So we delete nothing else, and this stays:

{% for item in staying_items %}
- {{ item }}
{% endfor %}

{% if bereaved %}
Do you want it deleted, too? Tell us on the page of your request, and we find another way for you to ask for it.
{% elsif acting %}
Do they want it deleted, too? Tell us on the page of your request, and we find another way to check that it is theirs.
{% else %}
Do you want it deleted, too? Tell us on the page of your request, and we find another way to check that it is yours.
{% endif %}

{{ link }}
{% endif %}
`,
  variables: {
    acting,
    bereaved,
    reference,
    greeting,
    remaining_items,
    staying_items,
    link: { ...link, required: false },
  },
})
