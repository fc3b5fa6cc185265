import { mail } from '@/emails/message'
import { due_on, link, notice_reason, overdue } from '@/emails/variables'

export default mail({
  key: 'off-channel-reminder',
  name: 'Off-channel Reminder',
  language: 'en',
  subject: 'To be answered by {{ due_on }}: {{ notice_reason }}',
  body: `
Something that came outside the Privacy Center still waits for Privacy’s answer: {{ notice_reason }}.

{% if overdue %}
By law it had to be answered by the end of {{ due_on }}, which is past. Please answer it first.
{% else %}
By law it has to be answered by the end of {{ due_on }}.
{% endif %}

{{ link }}

The page shows what was said to the person, and where it is finished.
`,
  variables: { notice_reason, due_on, overdue, link: { ...link, button: 'Open the entry' } },
})
