import { message } from '@/emails/message'
import { acting, greeting, link, reference } from '@/emails/variables'

export default message({
  key: 'authority-not-established',
  name: 'Authority Not Established',
  language: 'en',
  rule: { by: 'validate-authority' },
  subject: 'We can’t continue with request {{ reference }}',
  body: `
{{ greeting }}

{% if acting %}
We could not confirm that you may act for the person in request {{ reference }}. So the request is closed. Nothing was deleted, changed or handed over. The person can ask us themselves at any time.
{% else %}
We are sorry. From what we have, we could not confirm that you may decide about the account in request {{ reference }}.
So we can’t delete it, and the request is closed. The account is unchanged.
{% endif %}

If you have other documents, or think that we misunderstood something, tell us on the page of the request. The Privacy
team will look at it again.

{{ link }}
`,
  variables: { acting, reference, greeting, link },
})
