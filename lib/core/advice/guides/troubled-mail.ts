import { deliveryWords } from '../../derived/delivery-words'
import { troubledMessages } from '../../derived/troubled-messages'
import type { Guide } from './guide'

export const troubledMail: Guide = {
  when: request => troubledMessages(request).length > 0,
  say: request => {
    const reason = troubledMessages(request).find(message => message.deliveryReason)?.deliveryReason
    const why = reason ? ` ${deliveryWords[reason]}` : ''
    return `A message may not have arrived.${why} Find out, then say whether it was delivered or should be sent again.`
  },
  why: 'Mail: a message whose fate is uncertain is never sent again blindly, and opens no response window.',
  steps: request =>
    troubledMessages(request).flatMap(message => [
      {
        command: 'settle-delivery',
        label: 'It was delivered',
        preset: { message: message.id, delivered: true },
      },
      {
        command: 'settle-delivery',
        label: 'Send it again',
        preset: { message: message.id, delivered: false },
      },
    ]),
}
