import { message } from '@/emails/message'
import { greeting, link, reference } from '@/emails/variables'

export default message({
  key: 'embargoed-country',
  name: 'Embargoed Country',
  language: 'en',
  rule: { by: 'send-message' },
  subject: 'We can’t continue with request {{ reference }}',
  body: `
{{ greeting }}

Trade rules don’t allow us to send exports to the country or region named in request {{ reference }}. So we can’t do what
you asked for, and the request is closed. This says nothing about you as a person.

If the country or region is wrong, tell us on the page of the request.

{{ link }}
`,
  variables: { reference, greeting, link },
})
