import { emailKey } from '@/lib/core/account/matching'
import { keyedHash } from '@/lib/secrets'

/** A mailbox as a keyed hash: enough to recognise it again, not enough to know whose it is. */
export const mailboxHash = (email: string): string => keyedHash('mailbox', emailKey(email))
