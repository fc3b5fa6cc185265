import type { Tx } from '@/lib/store/database/transaction'
import { deleteEventsOf } from '@/lib/store/usage/erasure'
import { retainedKeyVersions } from '@/lib/store/usage/keys'
import { pseudonymsOf } from './pseudonyms'

/**
 * Deletes the events of an account from the service usage data: its pseudonyms are computed anew under every version of
 * the key that is still known, since nothing leads from a pseudonym back to an account.
 * @param accountId null where the checks found no account: there is nothing to look for
 * @returns how many there were
 */
export async function eraseEvents(tx: Tx, accountId: string | null): Promise<number> {
  if (accountId === null) return 0
  const newest = Math.max(...(await retainedKeyVersions(tx)))
  // Versions count up from one, and each key is derived: none is ever out of reach.
  const versions = Array.from({ length: newest }, (_, at) => at + 1)
  return await deleteEventsOf(tx, pseudonymsOf(accountId, versions))
}
