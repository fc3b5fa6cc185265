import { message } from '@/emails/message'
import { greeting, link, reference } from '@/emails/variables'
import { whatWasDone, whatWasDoneVariables } from '@/emails/what-was-done'

export default message({
  key: 'security-review-denied',
  name: 'Security Review Denied',
  language: 'en',
  rule: { by: 'record-security-review' },
  subject: 'We can’t delete the account in request {{ reference }}',
  body: `
{{ greeting }}

Our security team has looked at the account in request {{ reference }} and decided that it has to stay blocked. So we
can’t delete it, and the request is closed.

${whatWasDone('Before that')}

If you don’t agree, or if we should know something more, tell us on the page of this request.

{{ link }}
`,
  variables: {
    reference,
    greeting,
    link,
    ...whatWasDoneVariables,
  },
})
