import { message } from '@/emails/message'
import { greeting, link, original_reference, reference } from '@/emails/variables'

export default message({
  key: 'duplicate-request',
  name: 'Duplicate Request',
  language: 'en',
  rule: { by: 'send-message' },
  subject: 'Request {{ reference }} is a duplicate of {{ original_reference }}',
  body: `
{{ greeting }}

We are already working on an earlier request for the same thing: {{ original_reference }}. So that nothing is done
twice, we have closed the later one, {{ reference }}.

You don’t need to do anything. We are continuing with the earlier request.

If you didn’t make the earlier request, please tell us on the page of this one.

{{ link }}
`,
  variables: { reference, greeting, original_reference, link },
})
