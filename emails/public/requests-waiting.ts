import { mail } from '@/emails/message'
import { organisation, waiting_requests } from '@/emails/variables'

export default mail({
  key: 'requests-waiting',
  name: 'Requests Waiting',
  language: 'en',
  subject: 'Privacy requests with your email address',
  body: `
Hello,

{{ organisation }} has received several privacy requests with this email address in a short time. Instead of one email for
each, you get this one for all that still wait.

{% for part in waiting_requests %}

{{ part }}
{% endfor %}

Nothing happens to a request until it is confirmed. Its link shows you what was asked for. There you can confirm it, or tell us
that it isn’t yours. You know your own request by its reference.

What you didn’t ask for, you can ignore. A request that nobody confirms ends after 7 days.

We don’t read replies to this mail. Please use the links above.
`,
  variables: { organisation, waiting_requests },
})
