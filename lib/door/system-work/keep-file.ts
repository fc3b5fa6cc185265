import { handOverLimits } from '@/lib/core/files/file-limits'
import { cleanFileName } from '@/lib/core/files/file-name'
import { inspect } from '@/lib/files/inspect'
import { fileStorage, TooLarge } from '@/lib/files/storage'
import type { KeepFile } from '@/lib/systems/contract'
import { attachFile } from '../files/attach'
import { systemFor } from '../run/system-for'

/**
 * Takes a file that a connected system sends straight to disk and puts it on the task. The same name for the same run is the same
 * file, so that a repeat adds nothing.
 */
export const keepFileFor =
  ({ reference, taskId, run }: { reference: string; taskId: string; run: string }): KeepFile =>
  async (name, bytes) => {
    let incoming: Awaited<ReturnType<ReturnType<typeof fileStorage>['receive']>>
    try {
      incoming = await fileStorage().receive(bytes, handOverLimits.bytes)
    } catch (error) {
      if (error instanceof TooLarge) return { ok: false, words: 'The file is larger than a task can take.' }
      throw error
    }
    const kind = await fileStorage().look(incoming, inspect)
    if (!kind) {
      await fileStorage().discard(incoming)
      return { ok: false, words: 'What was sent is not a file of a kind that is taken.' }
    }
    const upload = { name: cleanFileName(name, kind.extensions), mediaType: kind.mediaType, incoming }
    const kept = await attachFile(
      systemFor.connectedSystems,
      { reference, taskId, purpose: 'hand-over' },
      upload,
      // Two people may have projects with the same bytes; what a system exported for this task belongs on it.
      { commandId: `export:${run}:${name}`, confirm: true },
    )
    return kept.ok ? { ok: true, id: kept.id } : { ok: false, words: kept.title }
  }
