import type { RetentionDays } from '@/lib/core/settings/retention'
import { fileStorage } from '@/lib/files/storage'
import { databaseNow, inTransaction } from '@/lib/store/database/transaction'
import { emptyRequest, lockContentOutOfTime } from '@/lib/store/retention/retention'
import { recordChange } from '../run/record-change'
import { systemFor } from '../run/system-for'

/**
 * Takes out everything that a request says of anybody: its row keeps reference, type, outcome and dates, its audit chain stays
 * whole. Safe to break off and to repeat.
 * @returns false where there is nothing to do (any more)
 * @throws when the bytes of a file can't be removed; then everything stays
 */
export async function eraseContent(requestId: string, days: RetentionDays): Promise<boolean> {
  return await inTransaction(async tx => {
    const due = await lockContentOutOfTime(tx, requestId, days)
    if (!due) return false
    const { rule, storageKeys } = due
    for (const key of storageKeys) await fileStorage().remove(key)
    const at = await databaseNow(tx)
    await emptyRequest(tx, requestId, at)
    await recordChange(tx, {
      actor: systemFor.retention,
      command: 'erase-content',
      scope: requestId,
      commandId: `erase-content:${requestId}`,
      at,
      facts: { rule, files: storageKeys.length },
    })
    return true
  })
}
