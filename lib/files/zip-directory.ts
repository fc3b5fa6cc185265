import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import type { OpenFile } from './sealed-file'

const END_BYTES = 22
/** Between the directory and its end record, large archives have another record and what points to it. */
const ZIP64_END = 0x06064b50
const ZIP64_BYTES = 56 + 20
const MOST_DIRECTORY = 4 * 1024 * 1024
const MOST_ENTRIES = 20_000

/** What an archive says of its entries. It can lie. */
export interface Directory {
  /** In order. An entry that has a second name, for programs that know no Unicode, is here under both. */
  names: string[]
  packed: number
  unpacked: number
}

const namesOf = ({ fileName, fileNameRaw }: Entry) => [
  ...new Set([fileName, fileNameRaw.toString('utf8').replaceAll('\\', '/')]),
]
const lengthOf = (entry: Entry) =>
  46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength

/** Whether the directory goes up to the end record: anything between them would be a second file in one. */
async function isWhole(file: OpenFile, size: number, zip: ZipFile): Promise<boolean> {
  // The types call this position a boolean. A comment has one character for each byte.
  const read = Number(zip.readEntryCursor)
  const left = size - END_BYTES - zip.comment.length - read
  if (left !== ZIP64_BYTES) return left === 0
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, read)
  return buffer.readUInt32LE() === ZIP64_END
}

/** Lets the library read a file that lies sealed. */
class Reader extends RandomAccessReader {
  readonly #file: OpenFile
  constructor(file: OpenFile) {
    super()
    this.#file = file
  }
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    const end = ({ bytesRead }: { bytesRead: number }) =>
      done(bytesRead < length ? new Error('the archive ends too early') : null)
    this.#file.read(buffer, offset, length, position).then(end, done)
  }
}

async function read(file: OpenFile, size: number): Promise<Directory | null> {
  const zip = await fromRandomAccessReaderPromise(new Reader(file), size, { autoClose: false })
  if (zip.entryCount === 0 || zip.entryCount > MOST_ENTRIES) return null
  const directory: Directory = { names: [], packed: 0, unpacked: 0 }
  let length = 0
  for await (const entry of zip.eachEntry()) {
    length += lengthOf(entry)
    if (length > MOST_DIRECTORY) return null
    directory.names.push(...namesOf(entry))
    directory.packed += entry.compressedSize
    directory.unpacked += entry.uncompressedSize
  }
  return (await isWhole(file, size, zip)) ? directory : null
}

/**
 * Reads an archive's directory and nothing else.
 * @returns null where it can't be read, is too long, names a path outside, or isn't all that the file holds
 * @throws what the disk does
 */
export async function readDirectory(file: OpenFile, size: number): Promise<Directory | null> {
  try {
    return await read(file, size)
  } catch (error) {
    // The library's own complaints carry no code; the system's do.
    if (error instanceof Error && 'code' in error) throw error
    return null
  }
}
