import { message } from '@/emails/message'
import {
  ask_again,
  asked_on,
  bereaved,
  done_items,
  greeting,
  not_done_items,
  reference,
  request_type,
} from '@/emails/variables'

export default message({
  key: 'no-account-found',
  name: 'No Account Found',
  language: 'en',
  rule: { by: 'system' },
  subject: 'We found no account for request {{ reference }}',
  body: `
{{ greeting }}

{% if bereaved %}
On {{ asked_on }}, you asked us to delete the account of someone who has died. We are sorry to write without better news: we
could not find an account with the details you gave, so we have closed request {{ reference }} for now.
{% else %}
On {{ asked_on }}, you made a request for {{ request_type }}. We could not find an account with the details you gave, so
we have closed request {{ reference }}.
{% endif %}

{% if done_items.size > 0 %}
This is what we searched and did:

{% for item in done_items %}
- {{ item }}
{% endfor %}
{% for item in not_done_items %}
- {{ item }}
{% endfor %}
{% endif %}

To protect account holders, we do not say which detail did not match.

{% if bereaved %}
Their username is the name in the web address of their profile. An old email or a browser may still have it. If you find
it, you can {{ ask_again }}. If you can’t, answer us on the page of your request, and we will look with you.
{% else %}
An email address has to be one that the account has confirmed, and a username is the one shown on the account’s
profile page. If something may have been mistyped, you can {{ ask_again }}.
{% endif %}
`,
  variables: {
    reference,
    greeting,
    request_type,
    asked_on,
    ask_again,
    bereaved,
    done_items: { ...done_items, required: false },
    not_done_items,
  },
})
