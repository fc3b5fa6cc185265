import { message } from '@/emails/message'
import { asked_on, greeting, ground, link, reference, request_type } from '@/emails/variables'
import { whatWasDone, whatWasDoneVariables } from '@/emails/what-was-done'

export default message({
  key: 'request-refused',
  name: 'Request Refused',
  language: 'en',
  rule: { by: 'close' },
  subject: 'Our answer to request {{ reference }}',
  body: `
{{ greeting }}

On {{ asked_on }}, you asked for {{ request_type }}. We have considered your request carefully and cannot do what you
asked. The reason is:

{{ ground }}

${whatWasDone('Until then')}

If you don’t agree, tell us on the page of the request.

{{ link }}
`,
  variables: {
    reference,
    greeting,
    request_type,
    asked_on,
    ground,
    ...whatWasDoneVariables,
    link,
  },
})
