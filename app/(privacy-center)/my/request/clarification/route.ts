import { typedText } from '@/lib/core/intake/typed-text'
import { sendClarification } from '@/lib/door/requester/requester-answers'
import { own } from '../own-post'

/** What they mean by their request. */
export const POST = own('clarification', ({ visitor, secret }, fields, press) =>
  sendClarification(visitor, secret, typedText(fields.get('text')), press),
)
export { toOwnPage as GET } from '../own-post'
