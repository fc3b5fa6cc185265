import { type FileKind, kinds } from './kinds'
import type { OpenFile } from './sealed-file'
import { isActiveText, isTextual } from './text'
import { zipKind } from './zip'

const CHUNK = 256 * 1024
const HEAD = 4096
/** Beyond this, a compressed file is taken for one that is meant to fill a disk. */
const MOST_RATIO = 200

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1']

const startsWith = (head: Buffer, hex: string) => head.subarray(0, hex.length / 2).toString('hex') === hex
const ascii = (head: Buffer, from: number, to: number) => head.subarray(from, to).toString('latin1')

function simpleKind(head: Buffer): FileKind | null {
  if (ascii(head, 0, 5) === '%PDF-') return kinds.pdf
  if (startsWith(head, '89504e470d0a1a0a')) return kinds.png
  if (startsWith(head, 'ffd8ff')) return kinds.jpeg
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return kinds.webp
  if (ascii(head, 4, 8) === 'ftyp' && HEIC_BRANDS.includes(ascii(head, 8, 12))) return kinds.heic
  return null
}

/** The last four bytes say how much was packed. They can lie about it, which is why nothing here ever unpacks. */
async function gzipKind(file: OpenFile, size: number): Promise<FileKind | null> {
  if (size < 18) return null
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, size - 4)
  return buffer.readUInt32LE(0) > size * MOST_RATIO ? null : kinds.gzip
}

async function textKind(file: OpenFile, size: number): Promise<FileKind | null> {
  const chunk = Buffer.alloc(CHUNK)
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(chunk, 0, CHUNK, at)
    const read = chunk.subarray(0, bytesRead)
    if (bytesRead === 0 || !isTextual(read)) return null
    if (at === 0 && isActiveText(read.subarray(0, HEAD))) return null
    at += bytesRead
  }
  return kinds.text
}

/**
 * What a file is by its bytes; its name doesn't count. Containers are looked at no further than their directory.
 * @returns null for everything that isn't taken: pages, drawings, scripts, programs, bombs, what nobody can tell
 */
export async function inspect(file: OpenFile): Promise<FileKind | null> {
  const { size } = file
  if (size === 0) return null
  const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
  const head = buffer.subarray(0, bytesRead)
  if (startsWith(head, '504b0304')) return await zipKind(file, size)
  if (startsWith(head, '1f8b08')) return await gzipKind(file, size)
  return simpleKind(head) ?? (await textKind(file, size))
}
