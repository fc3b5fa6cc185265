import { type FileKind, kinds } from './kinds'
import type { OpenFile } from './sealed-file'
import { type Directory, readDirectory } from './zip-directory'

/** What unpacking may come to: a whole disk from a few bytes is nobody's document. */
const MOST_UNPACKED = 1024 * 1024 * 1024
const MOST_RATIO = 200
/** Up to here any ratio is harmless. */
const SMALL = 20 * 1024 * 1024

/** Entries that lie on top of each other pack more than the file has; a huge one in few bytes fills a disk. */
const isBomb = ({ packed, unpacked }: Directory, size: number) =>
  packed > size || unpacked > MOST_UNPACKED || (unpacked > SMALL && unpacked > size * MOST_RATIO)

/** Paths that would leave the folder into which somebody unpacks them. */
const leadsOut = (name: string) => /^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name)

/** Which zip container it is, by the names in its directory; null for none, for a bomb, and for what carries macros. */
export async function zipKind(file: OpenFile, size: number): Promise<FileKind | null> {
  const directory = await readDirectory(file, size)
  if (!directory || isBomb(directory, size) || directory.names.some(leadsOut)) return null
  const has = (start: string) => directory.names.some(name => name.startsWith(start))
  if (directory.names.some(name => /(^|\/)vbaProject\.bin$/i.test(name))) return null
  // Numbers and Pages, and Excel's binary sheets: we can't look into them, and few people can open them.
  if (directory.names.some(name => /^Index\/.*\.iwa$|^Index\.zip$|^xl\/workbook\.bin$/i.test(name)))
    return null
  if (has('[Content_Types].xml') && has('word/')) return kinds.docx
  if (has('[Content_Types].xml') && has('xl/')) return kinds.xlsx
  if (directory.names[0] !== 'mimetype') return kinds.zip
  // The first entry is stored as it is, so its content follows its name directly.
  const { buffer } = await file.read(Buffer.alloc(64), 0, 64, 38)
  const said = buffer.toString('latin1')
  return [kinds.odt, kinds.ods].find(kind => said.startsWith(`${kind.mediaType}PK`)) ?? kinds.zip
}
