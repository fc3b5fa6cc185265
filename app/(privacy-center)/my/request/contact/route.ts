import { typedText } from '@/lib/core/intake/typed-text'
import { sendContact } from '@/lib/door/requester/requester-answers'
import { own } from '../own-post'

/** Whether their administrator may be asked. */
export const POST = own('contact', ({ visitor, secret }, fields, press) => {
  const answer = { choice: typedText(fields.get('contact')), text: typedText(fields.get('text')) }
  return sendContact(visitor, secret, answer, press)
})
export { toOwnPage as GET } from '../own-post'
