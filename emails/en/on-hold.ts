import { message } from '@/emails/message'
import {
  acting,
  bereaved,
  cancel_subscription_help,
  greeting,
  hold_until,
  link,
  reference,
} from '@/emails/variables'

export default message({
  key: 'on-hold',
  name: 'On Hold',
  language: 'en',
  rule: { by: 'system' },
  subject: 'We will continue with request {{ reference }} after {{ hold_until }}',
  body: `
{{ greeting }}

{% if bereaved or acting %}
The account in request {{ reference }} has a subscription that runs until {{ hold_until }}. We will wait until the
end of that day, so that nothing is lost that has been paid for. We will delete nothing before then.
{% else %}
The account in request {{ reference }} has a subscription that runs until {{ hold_until }}. We will wait until the
end of that day, so that you don’t lose anything you have paid for. We will delete nothing before then.
{% endif %}

After that day we will look again. If the subscription has not been renewed, we will continue. You don’t need to do anything.

{% if bereaved %}
If you would rather not wait, tell us on the page of this request. You don’t need to sign in anywhere.
{% elsif acting %}
If the person would rather not wait, they can end the subscription earlier. {{ cancel_subscription_help }} Then tell us on
the page of this request. If they can’t sign in, tell us that instead.
{% else %}
If you would rather not wait, you can end the subscription earlier. {{ cancel_subscription_help }} Then tell us on the
page of this request.
{% endif %}

{{ link }}
`,
  variables: { acting, bereaved, reference, greeting, hold_until, cancel_subscription_help, link },
})
