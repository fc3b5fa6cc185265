import { message } from '@/emails/message'
import { acting, asked_on, bereaved, link, organisation, reference, request_type } from '@/emails/variables'

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

{% if bereaved %}
If you knew the owner and agree, you don’t need to do anything.
{% elsif acting %}
The person who asked says that they act for you. If this is what you want, you don’t need to do anything.
{% else %}
If this is what you want, you don’t need to do anything.
{% endif %}

{% if bereaved %}
If you are the owner of this account, tell us at once.
{% else %}
If this is wrong, please tell us now.
{% endif %}

{% if link %}
{{ link }}
{% else %}
To object, answer this message and name the reference {{ reference }}.
{% endif %}
`,
  variables: {
    bereaved,
    acting,
    reference,
    organisation,
    request_type,
    asked_on,
    link: { ...link, required: false, button: 'See the request and object' },
  },
})
