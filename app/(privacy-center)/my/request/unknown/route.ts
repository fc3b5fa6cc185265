import { sayUnknown } from '@/lib/door/requester/requester-messages'
import { own } from '../own-post'

/** That they can't know the answers to the questions. */
export const POST = own('unknown', ({ visitor }, _fields, press) => sayUnknown(visitor, press))
export { toOwnPage as GET } from '../own-post'
