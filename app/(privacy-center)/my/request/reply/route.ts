import { typedText } from '@/lib/core/intake/typed-text'
import { sendReply } from '@/lib/door/requester/requester-messages'
import { own } from '../own-post'

/** A message in their own words. */
export const POST = own('reply', ({ visitor, secret }, fields, press) =>
  sendReply(visitor, secret, typedText(fields.get('text')), press),
)
export { toOwnPage as GET } from '../own-post'
