import { mail } from '@/emails/message'
import { delivery_state, link, message_name, reference } from '@/emails/variables'

export default mail({
  key: 'delivery-problem',
  name: 'Delivery Problem',
  language: 'en',
  subject: 'A message on {{ reference }} may not have arrived',
  body: `
The message {{ message_name }} on request {{ reference }} needs a look. {{ delivery_state }}

Please open the request, see whether it arrived, and decide whether to send it again.

{{ link }}
`,
  variables: { reference, message_name, delivery_state, link },
})
