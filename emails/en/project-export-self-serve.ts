import { message } from '@/emails/message'
import { export_steps_link, greeting, link, reference, window_days, window_ends_on } from '@/emails/variables'

export default message({
  key: 'project-export-self-serve',
  name: 'Project Export Self-Serve',
  language: 'en',
  rule: { by: 'send-message', window: { reason: 'self-serve', days: 7 } },
  subject: 'How to export your projects: request {{ reference }}',
  body: `
{{ greeting }}

For request {{ reference }}: you can export your projects yourself, at any time. The steps are described here:
{{ export_steps_link }}

Please try them, and tell us on the page of your request if you need help. If you can’t sign in, tell us there
and we will do it for you.

{{ link }}

You have {{ window_days }} days, until the end of {{ window_ends_on }}. If we hear nothing by then, we will close the request.
`,
  variables: {
    reference,
    greeting,
    export_steps_link,
    link: { ...link, button: 'Tell us how it went' },
    window_days,
    window_ends_on,
  },
})
