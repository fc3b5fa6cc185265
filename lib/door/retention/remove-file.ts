import type { RetentionDays } from '@/lib/core/settings/retention'
import { fileStorage } from '@/lib/files/storage'
import { databaseNow, inTransaction } from '@/lib/store/database/transaction'
import { eraseFileName } from '@/lib/store/request/files'
import { lockFileOutOfTime } from '@/lib/store/retention/retention-files'
import { recordChange } from '../run/record-change'
import { systemFor } from '../run/system-for'

/**
 * Takes a file's bytes and name away; that there was one stays. Safe to break off and to repeat.
 * @returns false where there is nothing to do (any more)
 * @throws when the bytes can't be removed; then the file stays
 */
export async function removeFile(fileId: string, days: RetentionDays): Promise<boolean> {
  return await inTransaction(async tx => {
    const due = await lockFileOutOfTime(tx, fileId, days)
    if (!due) return false
    const { requestId, storageKey, purpose } = due
    await fileStorage().remove(storageKey)
    const at = await databaseNow(tx)
    await eraseFileName(tx, fileId, at)
    await recordChange(tx, {
      actor: systemFor.retention,
      command: 'remove-file',
      scope: requestId,
      commandId: `remove-file:${fileId}`,
      at,
      facts: { file: fileId, purpose },
    })
    return true
  })
}
