import type { ProblemReason } from '@/lib/core/api/problems'
import { fileLimits } from '@/lib/core/files/file-limits'
import { cleanFileName } from '@/lib/core/files/file-name'
import { typedText } from '@/lib/core/intake/typed-text'
import { inspect } from '@/lib/files/inspect'
import { isActiveName } from '@/lib/files/kinds'
import { boundaryOf, Malformed, type Part, partsOf } from '@/lib/files/multipart'
import { fileStorage, type Incoming, TooLarge } from '@/lib/files/storage'

/** A file that has arrived whole, was found to be of a kind that is taken, and has a safe name. Not kept yet. */
export interface Upload {
  name: string
  mediaType: string
  incoming: Incoming
}

/** The same with the form's field that it came in. */
export interface FormUpload extends Upload {
  field: string
}

export type Received =
  | { ok: true; fields: URLSearchParams; uploads: FormUpload[] }
  /**
   * `file`: what the refused one was called, cleaned for showing. `field`: of the form, that it came in. `fields`: what had
   * arrived until then.
   */
  | { ok: false; reason: ProblemReason; file?: string; field?: string; fields: URLSearchParams }

/** The most bytes of a text beside a file: more than a form says it takes, so that one that is too long is given back whole. */
const MOST_TEXT = 256 * 1024
const MOST_FIELDS = 40

class Unfit extends Error {
  override name = 'Unfit'
  constructor(
    readonly reason: ProblemReason,
    readonly file?: string,
    readonly field?: string,
  ) {
    super(reason)
  }
}

/** A body in chunks. The rest is discarded when the reader stops. */
async function* piecesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) yield read.value
}

async function textOf(part: Part): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of part.data) {
    size += piece.byteLength
    if (size > MOST_TEXT) throw new Unfit('body-too-large')
    pieces.push(piece)
  }
  return typedText(Buffer.concat(pieces).toString('utf8'))
}

/** Null where the field was left empty: browsers then send a file without name or bytes. */
async function uploadOf({ name: field, filename, data }: Part, most: number): Promise<FormUpload | null> {
  const sent = filename ?? ''
  const shown = cleanFileName(sent, ['']).replace(/\.$/, '')
  let incoming: Incoming
  try {
    incoming = await fileStorage().receive(data, most)
  } catch (error) {
    throw error instanceof TooLarge ? new Unfit('file-too-large', shown, field) : error
  }
  if (sent === '' && incoming.size === 0) {
    await fileStorage().discard(incoming)
    return null
  }
  const kind = isActiveName(sent) ? null : await fileStorage().look(incoming, inspect)
  if (!kind) {
    await fileStorage().discard(incoming)
    throw new Unfit('file-type', shown, field)
  }
  return { field, name: cleanFileName(sent, kind.extensions), mediaType: kind.mediaType, incoming }
}

/** Deletes received files that nothing keeps. */
export const discardUploads = async (uploads: readonly Upload[]): Promise<void> => {
  for (const { incoming } of uploads) await fileStorage().discard(incoming)
}

/**
 * Reads a form with files as it arrives, straight to disk. All of it is fit, or nothing of it stays. Who may send it is
 * settled before.
 * @param files how many files there may be
 * @param most how many bytes each may have
 * @throws what the connection does when it breaks off; nothing stays then, either
 */
export async function receiveForm(
  body: ReadableStream<Uint8Array> | null,
  contentType: string | null,
  files: number,
  most: number = fileLimits.bytes,
): Promise<Received> {
  const fields = new URLSearchParams()
  const boundary = boundaryOf(contentType)
  if (!boundary) return { ok: false, reason: 'unsupported-media-type', fields }
  const uploads: FormUpload[] = []
  try {
    let count = 0
    for await (const part of partsOf(piecesOf(body), boundary)) {
      if (++count > MOST_FIELDS) throw new Unfit('body-too-large')
      if (part.filename === null) fields.append(part.name, await textOf(part))
      else {
        if (uploads.length >= files) throw new Unfit('too-many-files')
        const upload = await uploadOf(part, most)
        if (upload) uploads.push(upload)
      }
    }
    return { ok: true, fields, uploads }
  } catch (error) {
    await discardUploads(uploads)
    if (error instanceof Malformed) return { ok: false, reason: 'malformed-body', fields }
    if (!(error instanceof Unfit)) throw error
    const { reason, file, field } = error
    return { ok: false, reason, fields, ...(file !== undefined && { file }), ...(field && { field }) }
  }
}
