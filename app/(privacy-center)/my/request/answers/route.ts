import { typedText } from '@/lib/core/intake/typed-text'
import { sendAnswers } from '@/lib/door/requester/requester-messages'
import { own } from '../own-post'

/** Their answers to the questions. */
export const POST = own('answers', ({ visitor, secret }, fields, press) =>
  sendAnswers(visitor, secret, question => typedText(fields.get(question)), press),
)
export { toOwnPage as GET } from '../own-post'
