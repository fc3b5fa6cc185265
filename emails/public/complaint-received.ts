import { mail } from '@/emails/message'
import { complaint_number, complaint_page, due_on, organisation } from '@/emails/variables'

export default mail({
  key: 'complaint-received',
  name: 'Complaint Received',
  language: 'en',
  subject: 'We have received your complaint {{ complaint_number }}',
  body: `
Hello,

We have received your complaint about how {{ organisation }} handles personal data. You gave this address for our answer.

Our privacy team will look at it, and you will have our answer by {{ due_on }}.

We don’t read replies to this mail. If you want to add something, write to us again and give the number
{{ complaint_number }}.

{{ complaint_page }}

If it wasn’t you, you don’t have to do anything.
`,
  variables: { organisation, complaint_number, due_on, complaint_page },
})
