import { typedText } from '@/lib/core/intake/typed-text'
import { sendHelp } from '@/lib/door/requester/requester-answers'
import { own } from '../own-post'

/** That they need help with the export. */
export const POST = own('help', ({ visitor, secret }, fields, press) =>
  sendHelp(visitor, secret, typedText(fields.get('text')), press),
)
export { toOwnPage as GET } from '../own-post'
