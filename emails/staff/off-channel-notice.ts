import { mail } from '@/emails/message'
import { due_on, link, notice_reason } from '@/emails/variables'

export default mail({
  key: 'off-channel-notice',
  name: 'Off-channel Notice',
  language: 'en',
  subject: 'Privacy is asked to answer by {{ due_on }}: {{ notice_reason }}',
  body: `
Something came that isn’t a request from the Privacy Center, and that Privacy answers: {{ notice_reason }}. By law it has to be
answered by the end of {{ due_on }}.

{{ link }}

The page shows what was said to the person, and where it is finished.
`,
  variables: { notice_reason, due_on, link: { ...link, button: 'Open the entry' } },
})
