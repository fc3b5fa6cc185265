import { message } from '@/emails/message'
import {
  appeal,
  appeal_answer,
  appeal_decision,
  asked_on,
  complaint_authority,
  court,
  greeting,
  link,
  reference,
  request_type,
} from '@/emails/variables'

export default message({
  key: 'appeal-answered',
  name: 'Appeal Answered',
  language: 'en',
  rule: { by: 'answer-appeal' },
  subject: 'Our answer to your {{ appeal }} about request {{ reference }}',
  body: `
{{ greeting }}

On {{ asked_on }}, you asked for {{ request_type }}, and later sent us your {{ appeal }}. {{ appeal_decision }}

{{ appeal_answer }}

{{ link }}

If you still don’t agree, you can complain to {{ complaint_authority }}.

{% if court %}
You can also take us to court.
{% endif %}
`,
  variables: {
    reference,
    greeting,
    request_type,
    asked_on,
    appeal,
    appeal_decision,
    appeal_answer,
    link,
    court,
    complaint_authority: { ...complaint_authority, required: true, kept: true },
  },
})
