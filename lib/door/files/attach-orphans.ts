import { fileStorage } from '@/lib/files/storage'
import { keptKeys } from '@/lib/store/request/files'
import { DRAFT_HOURS } from '@/lib/store/visits/drafts'
import { systemFor } from '../run/system-for'

const BATCH = 200
const HOUR = 3_600_000

/**
 * Takes away files that belong to no request: what was uploaded to a form that nobody sent, and what a crash left between
 * the bytes and their row. A form's files are touched whenever it is saved, so none of a living one is old enough.
 * @returns how many
 */
export async function removeOrphans(now: Date): Promise<number> {
  const storage = fileStorage()
  const before = new Date(now.getTime() - (DRAFT_HOURS + 2) * HOUR)
  let removed = 0
  let batch: string[] = []
  const settle = async () => {
    const kept = await keptKeys(systemFor.orphans, batch)
    for (const key of batch.filter(batchKey => !kept.has(batchKey))) {
      await storage.remove(key)
      removed += 1
    }
    batch = []
  }
  for await (const key of storage.olderThan(before)) {
    batch.push(key)
    if (batch.length === BATCH) await settle()
  }
  await settle()
  return removed
}
