import { createHash } from 'node:crypto'
import { attachFile as command } from '@/lib/core/commands/request/attach-file'
import {
  isBlankSheetOf,
  isBlankText,
  LONGEST_BLANK,
  LONGEST_BLANK_FILE,
} from '@/lib/core/handbook/tasks/index'
import type { Actor } from '@/lib/core/people/actor'
import type { FilePurpose } from '@/lib/core/request/file-record'
import { kinds } from '@/lib/files/kinds'
import { wholeFile } from '@/lib/files/sealed-file'
import { sheetCells } from '@/lib/files/sheet-cells'
import { fileStorage } from '@/lib/files/storage'
import { liesElsewhere, readFile } from '@/lib/store/request/files'
import { type DoorRefusal, refusal } from '../answer/refusal'
import { runInternalCommand } from '../run/run'
import { systemFor } from '../run/system-for'
import type { Upload } from './attach-receive'

export interface AttachTo {
  reference: string
  taskId: string | null
  purpose: FilePurpose
}
/** The same upload again, whose file somebody has removed since. */
const takenOff: DoorRefusal = {
  ...refusal('conflict'),
  title: 'The file was taken off again meanwhile. Upload it once more.',
}

export type Attached = { ok: true; id: string; name: string; size: number } | DoorRefusal

/** The same command always makes the same file, so that a repeated call finds it. */
function fileIdOf(commandId: string): string {
  const hash = createHash('sha256').update(`file ${commandId}`).digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

/** Looks at short files only: a blank sheet is one, also as a spreadsheet saves it. */
async function isBlank({ mediaType, incoming }: Upload): Promise<boolean> {
  const isText = mediaType === kinds.text.mediaType
  if (incoming.size > (isText ? LONGEST_BLANK : LONGEST_BLANK_FILE)) return false
  const bytes = await fileStorage().look(incoming, wholeFile)
  if (isText) return isBlankText(bytes.toString('utf8'))
  const cells = await sheetCells(bytes, mediaType)
  return cells !== null && isBlankSheetOf(cells)
}

/**
 * Attaches a received file to a request or to one of its tasks. Its bytes are in place before its row is, so that a row
 * never lacks them; bytes without a row are swept.
 * @param options.note why Privacy adds to another team's task
 * @param options.confirm it belongs here, although the same file lies on another request's task
 */
export async function attachFile(
  actor: Actor,
  { reference, taskId, purpose }: AttachTo,
  upload: Upload,
  options: { commandId: string; note?: string | undefined; confirm?: boolean | undefined },
): Promise<Attached> {
  const { name, mediaType, incoming } = upload
  const { size, sha256 } = incoming
  const id = fileIdOf(options.commandId)
  const blank = purpose === 'hand-over' && (await isBlank(upload))
  const storageKey = await fileStorage().keep(incoming)
  const note = options.note ? { note: options.note } : {}
  const elsewhere = purpose === 'hand-over' && (await liesElsewhere(sha256, reference))
  const confirm = options.confirm ?? false
  const file = { id, name, size, mediaType, purpose, taskId, storageKey, sha256 }
  const input = { ...file, ...note, blank, elsewhere, confirm }
  const { commandId } = options
  const result = await runInternalCommand(actor, reference, command, input, { commandId })
  const stored = result.ok ? await readFile(systemFor.storedFile, id) : null
  if (stored?.storageKey !== storageKey) await fileStorage().remove(storageKey)
  if (!result.ok) return result
  return stored ? { ok: true, id, name: stored.file.name, size: stored.file.size } : takenOff
}
