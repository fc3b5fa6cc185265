import { isMuted } from '@/lib/store/accounts/mailboxes'
import { consume } from '@/lib/store/database/limits'
import type { Tx } from '@/lib/store/database/transaction'
import { mailboxHash } from './mailbox-hash'

/** What anybody on the public form can cause to be mailed to a stranger: at most so many an hour to one mailbox. */
const fromStrangers = new Set(['request-received', 'access-link', 'usage-subscription', 'complaint-received'])
const PER_HOUR = 5

/** False where the mailbox's owner said "I didn't ask for this", or has been sent enough for now. */
export async function mayMail(tx: Tx, key: string, recipient: string): Promise<boolean> {
  if (!fromStrangers.has(key)) return true
  const hash = mailboxHash(recipient)
  if (await isMuted(tx, hash)) return false
  const { ok } = await consume(`mailbox:${hash}`, PER_HOUR, 3600, tx)
  return ok
}
