import { typedText } from '@/lib/core/intake/typed-text'
import { sendDisagreement } from '@/lib/door/requester/requester-messages'
import { own } from '../own-post'

/** Their complaint about how the request is handled, or how it ended. */
export const POST = own('complaint', ({ visitor, secret }, fields, press) =>
  sendDisagreement(visitor, secret, 'open-complaint', { text: typedText(fields.get('disagreement')), press }),
)
export { toOwnPage as GET } from '../own-post'
