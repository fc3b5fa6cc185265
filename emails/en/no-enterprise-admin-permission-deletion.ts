import { message } from '@/emails/message'
import { greeting, link, reference } from '@/emails/variables'
import { whatWasDone, whatWasDoneVariables } from '@/emails/what-was-done'

export default message({
  key: 'no-enterprise-admin-permission-deletion',
  name: 'No Enterprise Admin Permission-Deletion',
  language: 'en',
  rule: { by: 'record-owner-decision' },
  subject: 'Request {{ reference }} is closed: no permission from the administrator',
  body: `
{{ greeting }}

The account in request {{ reference }} is managed by an organisation, and we can delete it only with the permission of
its administrator. We don’t have that permission, so the request is closed.

${whatWasDone('Before that')}

You can still ask the administrator yourself. When they agree, please have them send us their permission in a Support
Ticket, and tell us on the page of this request.

{{ link }}
`,
  variables: {
    reference,
    greeting,
    link,
    ...whatWasDoneVariables,
  },
})
