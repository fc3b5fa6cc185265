import { mail } from '@/emails/message'
import { due_on, link, reference } from '@/emails/variables'

export default mail({
  key: 'appeal-reminder',
  name: 'Appeal Reminder',
  language: 'en',
  subject: 'The answer to an appeal about {{ reference }} is due on {{ due_on }}',
  body: `
Somebody disagrees with how request {{ reference }} ended, and is not answered yet. They must have our answer by the end of {{ due_on }}.

{{ link }}

The page shows what they wrote.
`,
  variables: { reference, due_on, link: { ...link, button: 'Open the request' } },
})
