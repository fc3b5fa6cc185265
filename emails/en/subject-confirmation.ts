import { message } from '@/emails/message'
import {
  asked_on,
  link,
  organisation,
  reference,
  request_type,
  window_days,
  window_ends_on,
} from '@/emails/variables'

export default message({
  key: 'subject-confirmation',
  name: 'Subject Confirmation',
  language: 'en',
  rule: {
    by: 'send-message',
    roles: ['privacy'],
    window: { reason: 'subject-confirmation', days: 14 },
  },
  subject: 'May somebody act for you? Request {{ reference }}',
  body: `
Hello,

On {{ asked_on }}, {{ organisation }} was asked for {{ request_type }}. The person who asked says that they act for you.
Please tell us whether that is right. We do nothing before you have confirmed it.

{{ link }}

The page says who asked. There you can agree, or object.

You have {{ window_days }} days, until the end of {{ window_ends_on }}. If we hear nothing by then, we close the
request, and nothing is deleted, changed or handed over.
`,
  variables: {
    reference,
    organisation,
    request_type,
    asked_on,
    link: { ...link, button: 'See the request and answer' },
    window_days,
    window_ends_on,
  },
})
