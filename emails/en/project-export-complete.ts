import { message } from '@/emails/message'
import { download_until, greeting, link, reference } from '@/emails/variables'

export default message({
  key: 'project-export-complete',
  name: 'Project Export Complete',
  language: 'en',
  rule: { by: 'send-message' },
  subject: 'Your project export is ready: request {{ reference }}',
  body: `
{{ greeting }}

The projects that you asked for in request {{ reference }} have been exported. You can download them until the end of
{{ download_until }}.

{{ link }}

To keep your files safe, we don’t attach them. The page sends a code to this mailbox before you can download anything.
`,
  variables: { reference, greeting, download_until, link: { ...link, button: 'Go to the download' } },
})
