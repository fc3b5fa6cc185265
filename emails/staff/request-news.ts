import { mail } from '@/emails/message'
import { link, news, reference } from '@/emails/variables'

export default mail({
  key: 'request-news',
  name: 'Request News',
  language: 'en',
  subject: 'News on {{ reference }}',
  body: `
{{ news }} It is on request {{ reference }}.

{{ link }}
`,
  variables: { reference, news, link },
})
