import { message } from '@/emails/message'
import { greeting, link, reference, window_days, window_ends_on } from '@/emails/variables'

export default message({
  key: 'enterprise-user',
  name: 'Enterprise User',
  language: 'en',
  rule: { by: 'send-message', window: { reason: 'owner-consent', days: 7 } },
  subject: 'May we ask the administrator about request {{ reference }}?',
  body: `
{{ greeting }}

The account in request {{ reference }} is managed by an organisation, often an employer. That organisation decides
whether it may be deleted, so we need the permission of its administrator.

Should we ask the administrator? They would then learn about your request. We don’t contact them unless you say yes.

{{ link }}

You have {{ window_days }} days, until the end of {{ window_ends_on }}. If you say no, or if we hear nothing by then, we
close the request. Nothing is deleted, and nobody else is told.

You can also speak to the administrator yourself. We can continue when they send us their permission in a Support Ticket.
`,
  variables: {
    reference,
    greeting,
    link: { ...link, button: 'Give your answer' },
    window_days,
    window_ends_on,
  },
})
