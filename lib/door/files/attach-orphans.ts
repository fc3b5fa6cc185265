import { fileStorage } from '@/lib/files/storage'
import { keptKeys } from '@/lib/store/request/files'
import { FORM_HOURS } from '@/lib/store/visits/drafts'
import { tryEach } from '../due/try-each'
import { systemFor } from '../run/system-for'

const BATCH = 200
const HOUR = 3_600_000
/** Longer than it takes from an upload’s last byte to its row. */
const SPARE_HOURS = 1

/**
 * Takes away files that belong to no request: what was uploaded to a form that nobody sent, and what a crash left between
 * the bytes and their row. A form's files are touched whenever it is saved, so those of an open form are never old enough.
 * A file that can't be removed doesn't stop the others.
 * @param signal fires when the worker has to end
 * @returns how many
 */
export async function removeOrphans(now: Date, signal?: AbortSignal): Promise<number> {
  const storage = fileStorage()
  const before = new Date(now.getTime() - (FORM_HOURS + SPARE_HOURS) * HOUR)
  let removed = 0
  let batch: string[] = []
  const settle = async () => {
    const kept = await keptKeys(systemFor.orphans, batch)
    const orphans = batch.filter(key => !kept.has(key)).map(id => ({ id }))
    removed += await tryEach('orphans', orphans, async ({ id }) => void (await storage.remove(id)), signal)
    batch = []
  }
  for await (const key of storage.olderThan(before)) {
    if (signal?.aborted) break
    batch.push(key)
    if (batch.length === BATCH) await settle()
  }
  await settle()
  return removed
}
