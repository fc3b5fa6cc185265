import { message } from '@/emails/message'
import { cancel_subscription_help, greeting, hold_until, link, reference } from '@/emails/variables'

export default message({
  key: 'on-hold',
  name: 'On Hold',
  language: 'en',
  rule: { by: 'system' },
  subject: 'We will continue with request {{ reference }} after {{ hold_until }}',
  body: `
{{ greeting }}

The account in request {{ reference }} has a subscription that runs until {{ hold_until }}. We will wait until the
end of that day, so that you don’t lose anything you have paid for. We will delete nothing before then.

After that day we will look again. If the subscription has not been renewed, we will continue. You don’t need to do anything.

If you would rather not wait, you can end the subscription earlier. {{ cancel_subscription_help }} Then tell us on the
page of this request.

{{ link }}
`,
  variables: { reference, greeting, hold_until, cancel_subscription_help, link },
})
