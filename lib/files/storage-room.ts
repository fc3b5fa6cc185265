import { mkdir, statfs } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openStorage, trialKey } from './storage'

/** Below this much free, the next file of somebody may not fit. */
export const RESERVE_BYTES = 8 * 1024 * 1024

async function* someBytes(): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(4096, 1)
}

/**
 * Proves that files can be written and that there is room for more. A quota shows only when something is written.
 * @throws with the reason where there isn't
 */
export async function checkRoom(url: string, reserveBytes: number = RESERVE_BYTES): Promise<void> {
  const folder = fileURLToPath(url)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < reserveBytes)
    throw Object.assign(new Error('the disk of the stored files is full'), { code: 'ENOSPC' })
  const storage = openStorage(url, trialKey)
  await storage.discard(await storage.receive(someBytes(), 4096))
}
