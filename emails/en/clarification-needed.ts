import { message } from '@/emails/message'
import {
  clarification_question,
  clock_pauses,
  greeting,
  link,
  reference,
  request_type,
  window_days,
  window_ends_on,
} from '@/emails/variables'

export default message({
  key: 'clarification-needed',
  name: 'Clarification Needed',
  language: 'en',
  rule: { by: 'ask-clarification', window: { reason: 'clarification', days: 7 } },
  subject: 'A question about request {{ reference }}',
  body: `
{{ greeting }}

You sent us a request for {{ request_type }}. To answer it well, we need to know more exactly what you mean:

{{ clarification_question }}

You can answer on the page of the request.

{{ link }}

You have {{ window_days }} days, until the end of {{ window_ends_on }}.

{% if clock_pauses %}
The time that the law gives us for our answer is paused until you answer, or until that day.
{% endif %}

If we hear nothing by then, we don’t refuse your request. We continue with what you have told us so far.
`,
  variables: {
    reference,
    greeting,
    request_type,
    clarification_question,
    clock_pauses,
    link: { ...link, button: 'Answer the question' },
    window_days,
    window_ends_on,
  },
})
