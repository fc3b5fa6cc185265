import type { DeliveryReason } from '../request/message-record'

/** Why a mail came back, as one sentence for the desk. */
export const deliveryWords: Readonly<Record<DeliveryReason, string>> = {
  unmailable: 'This address can’t be mailed.',
  'no-mailbox': 'There is no such mailbox.',
  'mailbox-full': 'The mailbox is full.',
  'mailbox-off': 'The mailbox takes no mail.',
  'too-large': 'The mail is too large for the mailbox.',
  refused: 'The mailbox’s server refused it.',
  'full-for-a-day': 'The mailbox was full for a day.',
  'put-off-for-a-day': 'The mailbox’s server put it off for a day.',
}
