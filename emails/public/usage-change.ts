import { mail } from '@/emails/message'
import { change_text, change_title, changes_link, organisation, unsubscribe_link } from '@/emails/variables'

export default mail({
  key: 'usage-change',
  name: 'Usage Change',
  language: 'en',
  subject: 'Usage data: {{ change_title }}',
  body: `
Hello,

Something changes about the usage data that {{ organisation }} collects: {{ change_title }}.

{{ change_text }}

{{ changes_link }}

You get this because you asked for it. To get no more of it, open this page:

{{ unsubscribe_link }}
`,
  variables: { organisation, change_title, change_text, changes_link, unsubscribe_link },
})
