import { mail } from '@/emails/message'
import {
  asked_on,
  complaint_answer,
  complaint_authority,
  complaint_number,
  complaint_page,
  organisation,
} from '@/emails/variables'

export default mail({
  key: 'complaint-answered',
  name: 'Complaint Answered',
  language: 'en',
  subject: 'Our answer to your complaint {{ complaint_number }}',
  body: `
Hello,

You sent a complaint to {{ organisation }} on {{ asked_on }}. This is our answer:

{{ complaint_answer }}

{% if complaint_authority %}
If you don’t agree, you can complain to {{ complaint_authority }}.
{% endif %}

We don’t read replies to this mail. If you want to add something, write to us again and give the number
{{ complaint_number }}.

{{ complaint_page }}
`,
  variables: {
    organisation,
    complaint_number,
    asked_on,
    complaint_answer,
    complaint_authority,
    complaint_page,
  },
})
