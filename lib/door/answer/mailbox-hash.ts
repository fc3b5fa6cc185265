import { createHmac, hkdfSync } from 'node:crypto'
import { emailKey } from '@/lib/core/account/matching'
import { env } from '@/lib/env'

/** A mailbox as a keyed hash: enough to recognise it again, not enough to know whose it is. */
export function mailboxHash(email: string): string {
  const key = Buffer.from(hkdfSync('sha256', env().key, '', 'habeas mailbox v1', 32))
  return createHmac('sha256', key).update(emailKey(email)).digest('hex')
}
