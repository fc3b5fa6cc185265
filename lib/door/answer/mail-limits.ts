import { mutedUntil } from '@/lib/store/accounts/mailboxes'
import { consume } from '@/lib/store/database/limits'
import type { Tx } from '@/lib/store/database/transaction'
import { mailboxHash } from './mailbox-hash'

/**
 * What anybody can cause to be mailed to a stranger, and how many of it an hour to one mailbox. Kinds with the same `share`
 * count together, and no other kind spends theirs. What `waits` is in the mailbox's next mail; anything else isn't mailed, since
 * its page promises no mail that its owner would need.
 */
const fromStrangers: Readonly<Record<string, { share: string; perHour: number; waits: boolean }>> = {
  'request-received': { share: 'requests', perHour: 5, waits: true },
  'access-link': { share: 'requests', perHour: 5, waits: true },
  'usage-subscription': { share: 'news', perHour: 3, waits: false },
  'complaint-received': { share: 'complaints', perHour: 5, waits: false },
  'complaint-underway': { share: 'complaints', perHour: 5, waits: false },
}

/** `send` it now · it `wait`s for the mail that covers all that wait for this mailbox · it is to `drop`. */
export type MailRoom = 'send' | 'wait' | 'drop'

/**
 * Whether a mail may go to a mailbox now: not where its owner said "I didn't ask for this", nor where it has been sent enough for
 * now. Strangers can spend this, so nothing that the owner needs is dropped.
 * @param key of the message
 */
export async function roomFor(tx: Tx, key: string, recipient: string): Promise<MailRoom> {
  const limit = Object.hasOwn(fromStrangers, key) ? fromStrangers[key] : undefined
  if (!limit) return 'send'
  const hash = mailboxHash(recipient)
  const isFree =
    !(await mutedUntil(tx, hash)) &&
    (await consume(`mailbox:${limit.share}:${hash}`, limit.perHour, 3600, tx)).ok
  return isFree ? 'send' : limit.waits ? 'wait' : 'drop'
}
