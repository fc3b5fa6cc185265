import { message } from '@/emails/message'
import { code_minutes, download_code, greeting, reference } from '@/emails/variables'

export default message({
  key: 'download-code',
  name: 'Download Code',
  language: 'en',
  rule: { by: 'system' },
  subject: 'Your code for the files of request {{ reference }}',
  body: `
{{ greeting }}

Here is the code that opens the files of request {{ reference }}:

{{ download_code }}

Type it in on the page that asked for it, within {{ code_minutes }} minutes. It works only there, and once.

We will never ask you for this code. If you didn’t ask for it, somebody else may be reading the emails about your
request: please write to us on its page.
`,
  variables: { reference, greeting, download_code, code_minutes },
})
