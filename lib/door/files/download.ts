import type { Readable } from 'node:stream'
import { mayOpenFile } from '@/lib/core/derived/file-access'
import type { Actor } from '@/lib/core/people/actor'
import { fileStorage } from '@/lib/files/storage'
import { log } from '@/lib/log'
import { inTransaction } from '@/lib/store/database/transaction'
import { readFile, type StoredFile } from '@/lib/store/request/files'
import { Refused } from '../answer/refusal'
import { recordChange } from '../run/record-change'
import { assertStillActs } from '../run/still-acts'

/** A file on its way out. */
export interface Download {
  name: string
  mediaType: string
  size: number
  bytes: Readable
}

/**
 * A file for a member of staff who may have it, noted in the audit log.
 * @param commandId one for each download
 * @returns null for everybody and everything else, whether or not there is such a file
 */
export async function downloadForStaff(
  actor: Actor,
  id: string,
  commandId: string,
): Promise<Download | null> {
  const stored = await readFile(actor, id)
  if (stored && mayOpenFile(actor, stored.request, stored.file))
    return await handOut(actor, stored, commandId)
  if (stored && actor.kind === 'staff')
    log.warn({ actorId: actor.id, role: actor.role, file: id }, 'security: file denied')
  return null
}

/** Opens the bytes, and records the download. */
export async function handOut(
  actor: Actor,
  { request, file, storageKey }: StoredFile,
  commandId: string,
): Promise<Download | null> {
  const found = await fileStorage().read(storageKey)
  if (!found) {
    log.error({ file: file.id }, 'the bytes of a file are missing')
    return null
  }
  try {
    await inTransaction(async tx => {
      await assertStillActs(tx, actor)
      const facts = { file: file.id, purpose: file.purpose, size: file.size }
      await recordChange(tx, { actor, command: 'download-file', scope: request.id, commandId, facts })
    })
  } catch (error) {
    found.bytes.destroy()
    if (error instanceof Refused) return null
    throw error
  }
  return { name: file.name, mediaType: file.mediaType, size: found.size, bytes: found.bytes }
}
