import { typedText } from '@/lib/core/intake/typed-text'
import { sendDisagreement } from '@/lib/door/requester/requester-messages'
import { own } from '../own-post'

/** Their appeal against how the request ended. */
export const POST = own('appeal', ({ visitor, secret }, fields, press) =>
  sendDisagreement(visitor, secret, 'open-appeal', { text: typedText(fields.get('disagreement')), press }),
)
export { toOwnPage as GET } from '../own-post'
