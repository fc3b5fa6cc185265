import { message } from '@/emails/message'
import { complaint_authority, greeting, link, reference } from '@/emails/variables'

export default message({
  key: 'authority-not-established',
  name: 'Authority Not Established',
  language: 'en',
  rule: { by: 'validate-authority' },
  subject: 'We can’t continue with request {{ reference }}',
  body: `
{{ greeting }}

From what we have, we couldn’t establish that you may decide about the account in request {{ reference }}. So we can’t
delete it, and the request is closed. The account is unchanged.

If you have other documents, or think that we misunderstood something, tell us on the page of the request. The Privacy
team will look at it again.

{{ link }}

{% if complaint_authority %}
You can also complain to {{ complaint_authority }}.
{% endif %}
`,
  variables: { reference, greeting, link, complaint_authority },
})
