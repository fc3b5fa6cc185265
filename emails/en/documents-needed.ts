import { message } from '@/emails/message'
import {
  bereaved,
  documents_wanted,
  greeting,
  link,
  reference,
  window_days,
  window_ends_on,
} from '@/emails/variables'

export default message({
  key: 'documents-needed',
  name: 'Documents Needed',
  language: 'en',
  rule: { by: 'send-message', roles: ['privacy'], window: { reason: 'documents', days: 30 } },
  subject: 'What we still need for request {{ reference }}',
  body: `
{{ greeting }}

{% if bereaved %}
We know that this is a hard time, and we are sorry to have to ask for more. To continue with request {{ reference }}, we
still need:
{% else %}
To continue with request {{ reference }}, we still need:
{% endif %}

{% for document in documents_wanted %}
- {{ document }}
{% endfor %}

You can add the documents on the page of the request.

{{ link }}

You have {{ window_days }} days, until the end of {{ window_ends_on }}. If you can’t get one of them, or need more time,
tell us there and we will look for another way together.

If we hear nothing by then, we close the request, and nothing is deleted.
`,
  variables: {
    bereaved,
    reference,
    greeting,
    documents_wanted,
    link: { ...link, button: 'Add documents' },
    window_days,
    window_ends_on,
  },
})
