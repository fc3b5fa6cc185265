import { sendCode } from '@/lib/door/files/download-code'
import { own } from '../../own-post'

/** Mails a code that opens the files. */
export const POST = own('code', ({ visitor }) => sendCode(visitor))
export { toOwnPage as GET } from '../../own-post'
