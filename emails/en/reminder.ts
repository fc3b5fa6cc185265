import { message } from '@/emails/message'
import {
  awaited_from,
  bereaved,
  clarifying,
  greeting,
  link,
  reference,
  request_type,
  window_ends_on,
} from '@/emails/variables'

export default message({
  key: 'reminder',
  name: 'Reminder',
  language: 'en',
  rule: { by: 'system' },
  subject: 'We are waiting for an answer on request {{ reference }}',
  body: `
{{ greeting }}

{% if awaited_from %}
We asked {{ awaited_from }} about the request for {{ request_type }}, and have not heard from them yet. They can answer
until the end of {{ window_ends_on }}. You don’t need to do anything; you may want to remind them yourself.
{% elsif clarifying %}
We asked you what you mean by your request for {{ request_type }}, and have not heard from you yet. You can answer until
the end of {{ window_ends_on }}.
{% elsif bereaved %}
You may have other things on your mind, so this is only a reminder. We still need an answer from you before we can continue
with the request for {{ request_type }}. You can give it until the end of {{ window_ends_on }}. If you can’t, tell us on
the page, and we look for another way.
{% else %}
We still need an answer from you before we can continue with the request for {{ request_type }}. You can give it until the
end of {{ window_ends_on }}.
{% endif %}

{{ link }}

{% if clarifying %}
If we hear nothing by then, we continue with request {{ reference }} and with what you have told us so far.
{% elsif bereaved %}
If we hear nothing by then, we close request {{ reference }} for now. You can write to us later, and we open it again.
{% else %}
If we hear nothing by then, request {{ reference }} is closed.
{% endif %}
`,
  variables: { bereaved, clarifying, reference, greeting, request_type, window_ends_on, link, awaited_from },
})
