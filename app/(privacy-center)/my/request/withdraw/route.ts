import { withdraw } from '@/lib/door/requester/requester-messages'
import { own } from '../own-post'

/** Takes the request back. */
export const POST = own('withdraw', ({ visitor }, _fields, press) => withdraw(visitor, press))
export { toOwnPage as GET } from '../own-post'
