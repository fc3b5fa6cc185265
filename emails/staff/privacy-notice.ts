import { mail } from '@/emails/message'
import { link, notice_reason, reference } from '@/emails/variables'

export default mail({
  key: 'privacy-notice',
  name: 'Privacy Notice',
  language: 'en',
  subject: 'Privacy is needed on {{ reference }}',
  body: `
Request {{ reference }} needs the Privacy team. {{ notice_reason }}

{{ link }}
`,
  variables: { reference, notice_reason, link },
})
