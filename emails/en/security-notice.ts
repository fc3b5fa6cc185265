import { message } from '@/emails/message'
import { asked_on, link, organisation, reference, request_type } from '@/emails/variables'

export default message({
  key: 'security-notice',
  name: 'Security Notice',
  language: 'en',
  rule: { by: 'system' },
  subject: 'A privacy request about your account: {{ reference }}',
  body: `
Hello,

On {{ asked_on }}, {{ organisation }} was asked for {{ request_type }}. This email address belongs to the account that
the request is about, so we are letting you know.

If this is what you want, you don’t need to do anything.

If you can read this and don’t agree, please object.

{% if link %}
{{ link }}
{% else %}
To object, answer this message and name the reference {{ reference }}.
{% endif %}
`,
  variables: {
    reference,
    organisation,
    request_type,
    asked_on,
    link: { ...link, required: false, button: 'See the request and object' },
  },
})
