import { message } from '@/emails/message'
import {
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

Before we go on with the request for {{ request_type }}, we need to be sure that it comes from the right person.
Please answer these questions about the account:

{% for question in questions %}
- {{ question }}
{% endfor %}

{{ link }}

You have {{ window_days }} days, until the end of {{ window_ends_on }}. You can answer once, so take the time that you need.
If you aren’t sure of something, say what you do know.

If we hear nothing by then, we close the request, and nothing is deleted or handed over.
`,
  variables: {
    reference,
    greeting,
    request_type,
    questions,
    link: { ...link, button: 'Answer the questions' },
    window_days,
    window_ends_on,
  },
})
