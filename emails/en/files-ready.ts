import { message } from '@/emails/message'
import { download_until, greeting, link, reference } from '@/emails/variables'

export default message({
  key: 'files-ready',
  name: 'Files Ready',
  language: 'en',
  rule: { by: 'system' },
  subject: 'Your files are ready: request {{ reference }}',
  body: `
{{ greeting }}

The files for request {{ reference }} are ready. You can download them until the end of
{{ download_until }}. With this, your request is done.

{{ link }}

To keep your files safe, we don’t attach them. The page sends a code to this mailbox before you can download anything.
`,
  variables: { reference, greeting, download_until, link: { ...link, button: 'Go to the download' } },
})
