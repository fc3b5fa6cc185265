import { message } from '@/emails/message'
import {
  acting,
  bereaved,
  greeting,
  link,
  questions,
  reference,
  request_type,
  window_days,
  window_ends_on,
} from '@/emails/variables'

export default message({
  key: 'medium-risk-gitlab-account-verification-question',
  name: 'Medium Risk GitLab Account Verification Question',
  language: 'en',
  rule: { by: 'send-message', window: { reason: 'verification', days: 7 } },
  subject: 'A few questions about request {{ reference }}',
  body: `
{{ greeting }}

{% if bereaved or acting %}
You have shown us that you may act. Before we continue, we would like to know a little more about the account. Please
tell us what you know:
{% else %}
Before we continue with the request for {{ request_type }}, we need to be sure that it comes from the right person.
Please answer these questions about the account:
{% endif %}

{% for question in questions %}
- {{ question }}
{% endfor %}

{{ link }}

{% if bereaved or acting %}
You have {{ window_days }} days, until the end of {{ window_ends_on }}. If you can’t know this, say so: we look for
another way. A button on the page is enough.
{% else %}
You can only send your answers once. You have {{ window_days }} days, until the end of {{ window_ends_on }}.
If you aren’t sure of something, say what you do know.
{% endif %}

{% if bereaved %}
If we hear nothing by then, we close the request for now, and nothing is deleted. You can write to us later, and we open
it again.
{% else %}
If we hear nothing by then, we close the request, and nothing is deleted or handed over.
{% endif %}
`,
  variables: {
    acting,
    bereaved,
    reference,
    greeting,
    request_type,
    questions,
    link: { ...link, button: 'Answer the questions' },
    window_days,
    window_ends_on,
  },
})
