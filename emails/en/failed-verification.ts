import { message } from '@/emails/message'
import { acting, ask_again, bereaved, greeting, link, reference, request_type } from '@/emails/variables'
import { whatWasDone, whatWasDoneVariables } from '@/emails/what-was-done'

export default message({
  key: 'failed-verification',
  name: 'Failed Verification',
  language: 'en',
  rule: { by: 'fail-verification' },
  subject: 'We could not verify request {{ reference }}',
  body: `
{{ greeting }}

{% if bereaved %}
We have closed request {{ reference }} for now. Either we have not heard from you, or what we know about the account is not
enough to continue.
{% elsif acting %}
We have closed request {{ reference }}. Either we have not heard from you, or what we know about the account is not enough
to continue.
{% else %}
We couldn’t make sure that the request for {{ request_type }} comes from the right person, so we have closed it.
{% endif %}

${whatWasDone('Before that')}

{% if bereaved %}
If you would like us to continue, or if something kept you from answering, tell us on the page of this request. There is no
hurry, and a person in our privacy team reads it.
{% elsif acting %}
If the person still wants this, you can {{ ask_again }}. If something kept you from answering, tell us on the page of this
request.
{% else %}
We send this message when no answer reached us in time, and also when the answers weren’t enough. To protect accounts,
we can’t say more than that.

If you still want this, you can {{ ask_again }}. If something kept you from answering, tell us
on the page of this request.
{% endif %}

{{ link }}
`,
  variables: {
    acting,
    bereaved,
    reference,
    greeting,
    request_type,
    ...whatWasDoneVariables,
    ask_again,
    link,
  },
})
