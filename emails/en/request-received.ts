import { message } from '@/emails/message'
import {
  acting,
  asked_on,
  bereaved,
  confirm_link,
  consequences,
  due_on,
  more_time,
  no_questions,
  organisation,
  overdue,
  reference,
  request_type,
} from '@/emails/variables'

export default message({
  key: 'request-received',
  name: 'Request Received',
  language: 'en',
  rule: { by: 'resend-confirmation' },
  subject: 'Confirm your privacy request {{ reference }}',
  body: `
Hello,

{% if bereaved %}
We are sorry for your loss.
{% endif %}

On {{ asked_on }}, {{ organisation }} received a request for {{ request_type }}, with this email address to confirm it.
Its reference is {{ reference }}.

Nothing happens until you confirm it. The link shows you what was asked for. There you can confirm
it, or tell us that it isn’t yours.

{{ confirm_link }}

{% if consequences.size > 0 %}
Once it is confirmed and checked, this will happen and cannot be undone:

{% for consequence in consequences %}
- {{ consequence }}
{% endfor %}
{% endif %}

{% if overdue %}
Our answer was due by {{ due_on }}. We are sorry that it is late.
{% else %}
After you confirm, we check the request. We will answer by {{ due_on }}.

{% if more_time %}
If we need more time, we will tell you before then.
{% endif %}
{% endif %}

{% if bereaved %}
Without your confirmation the request ends after 7 days. You can ask again at any time.
{% else %}
{% if acting %}
Our privacy team first looks at whether you may act.
{% elsif no_questions %}
Your confirmation shows us that it is you.
{% else %}
Where we must be sure that it is you, we ask a few questions about the account.
{% endif %}

If you didn’t ask for this, you can ignore this message. The request then ends after 7 days.
{% endif %}
`,
  variables: {
    acting,
    bereaved,
    reference,
    organisation,
    request_type,
    asked_on,
    confirm_link,
    consequences,
    due_on,
    overdue,
    more_time,
    no_questions,
  },
})
