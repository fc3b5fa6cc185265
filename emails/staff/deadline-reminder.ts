import { mail } from '@/emails/message'
import { due_on, link, reference } from '@/emails/variables'

export default mail({
  key: 'deadline-reminder',
  name: 'Deadline Reminder',
  language: 'en',
  subject: '{{ reference }} is due on {{ due_on }}',
  body: `
Request {{ reference }} is still open. By law it has to be answered by the end of {{ due_on }}.

{{ link }}

The page shows the next step.
`,
  variables: { reference, due_on, link: { ...link, button: 'Open the request' } },
})
