import { message } from '@/emails/message'
import {
  bereaved,
  complaint_authority,
  due_on,
  extension_reason,
  greeting,
  new_due_on,
  reference,
} from '@/emails/variables'

export default message({
  key: 'deadline-extended',
  name: 'Deadline Extended',
  language: 'en',
  rule: { by: 'extend-deadline' },
  subject: 'We need more time for request {{ reference }}: until {{ new_due_on }}',
  body: `
{{ greeting }}

We said that we would answer request {{ reference }} by {{ due_on }}. We need more time, and will answer by {{ new_due_on }}. We are sorry for the wait.

{{ extension_reason }}

{% if bereaved %}
We are sorry that this takes longer, at a time when you have enough to do. You don’t need to do anything.
{% else %}
You don’t need to do anything.
{% endif %}

{% if complaint_authority %}
If you don’t agree, you can complain to {{ complaint_authority }}.
{% endif %}
`,
  variables: { bereaved, reference, greeting, due_on, new_due_on, extension_reason, complaint_authority },
})
