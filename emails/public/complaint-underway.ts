import { mail } from '@/emails/message'
import { asked_on, complaint_number, complaint_page, due_on, organisation } from '@/emails/variables'

export default mail({
  key: 'complaint-underway',
  name: 'Complaint Underway',
  language: 'en',
  subject: 'We are still working on your complaint {{ complaint_number }}',
  body: `
Hello,

You sent a complaint to {{ organisation }} on {{ asked_on }}. Our privacy team is still working on it. You will have our
answer by {{ due_on }}, as we said. You don’t need to do anything.

We don’t read replies to this mail. If you want to add something, write to us again and give the number
{{ complaint_number }}.

{{ complaint_page }}
`,
  variables: { organisation, complaint_number, asked_on, due_on, complaint_page },
})
