import type { FileHandle } from 'node:fs/promises'
import { type FileKind, kinds } from './kinds'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const MOST_DIRECTORY = 4 * 1024 * 1024
const MOST_ENTRIES = 20_000
/** What unpacking may come to: a whole disk from a few bytes is nobody's document. */
const MOST_UNPACKED = 1024 * 1024 * 1024
const MOST_RATIO = 200
/** Up to here any ratio is harmless. */
const SMALL = 20 * 1024 * 1024

interface Directory {
  names: string[]
  packed: number
  unpacked: number
}

async function bytes(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

/** Where the directory lies, told by the record at the very end; null where that is missing, or doesn't end there. */
async function directoryAt(file: FileHandle, size: number) {
  const length = Math.min(size, END_BYTES + LONGEST_COMMENT)
  const tail = await bytes(file, size - length, length)
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length) continue
    const [entries, bytesLong, offset] = [
      tail.readUInt16LE(at + 10),
      tail.readUInt32LE(at + 12),
      tail.readUInt32LE(at + 16),
    ]
    // Something in front of the archive, or between its parts, would be a second file in one.
    const whole = offset + bytesLong === size - tail.length + at
    return whole ? { entries, bytesLong, offset } : null
  }
  return null
}

/** Reads the directory and nothing else; null where it can't be, or is too much. */
async function readDirectory(file: FileHandle, size: number): Promise<Directory | null> {
  const found = await directoryAt(file, size)
  if (!found || found.entries === 0 || found.entries > MOST_ENTRIES || found.bytesLong > MOST_DIRECTORY)
    return null
  const list = await bytes(file, found.offset, found.bytesLong)
  const directory: Directory = { names: [], packed: 0, unpacked: 0 }
  let at = 0
  for (let entry = 0; entry < found.entries; entry++) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== ENTRY) return null
    const nameLength = list.readUInt16LE(at + 28)
    directory.packed += list.readUInt32LE(at + 20)
    directory.unpacked += list.readUInt32LE(at + 24)
    directory.names.push(list.subarray(at + 46, at + 46 + nameLength).toString('utf8'))
    at += 46 + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
  }
  return at === list.length ? directory : null
}

/** Entries that lie on top of each other pack more than the file has; a huge one in few bytes fills a disk. */
const isBomb = ({ packed, unpacked }: Directory, size: number) =>
  packed > size || unpacked > MOST_UNPACKED || (unpacked > SMALL && unpacked > size * MOST_RATIO)

/** Paths that would leave the folder into which somebody unpacks them. */
const leadsOut = (name: string) => /^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name)

/** Which zip container it is, by the names in its directory; null for none, for a bomb, and for what carries macros. */
export async function zipKind(file: FileHandle, size: number): Promise<FileKind | null> {
  const directory = await readDirectory(file, size)
  if (!directory || isBomb(directory, size) || directory.names.some(leadsOut)) return null
  const has = (start: string) => directory.names.some(name => name.startsWith(start))
  if (directory.names.some(name => /(^|\/)vbaProject\.bin$/i.test(name))) return null
  if (has('[Content_Types].xml') && has('word/')) return kinds.docx
  if (has('[Content_Types].xml') && has('xl/')) return kinds.xlsx
  if (directory.names[0] !== 'mimetype') return kinds.zip
  // The first entry is stored as it is, so its content stands right behind its name.
  const said = (await bytes(file, 38, 64)).toString('latin1')
  return [kinds.odt, kinds.ods].find(kind => said.startsWith(`${kind.mediaType}PK`)) ?? kinds.zip
}
