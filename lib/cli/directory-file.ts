import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { z } from 'zod'
import {
  columnNames,
  directoryRowSchema,
  headerProblem,
  wordProblems,
} from '@/lib/core/account/directory-row'
import type { DirectoryLine } from '@/lib/store/accounts/accounts-import'

/** The file as a whole can't be read; the message says why, and on which line. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile'
}

/** Longer than any account; where a quote is never closed, it keeps the rest of the file out of memory. */
const LONGEST_LINE = 256 * 1024

const recordSchema = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) })

/**
 * Reads a directory file (CSV of RFC 4180, UTF-8, with or without a byte order mark) line by line; line 1 is the header.
 * Memory doesn't grow with the file.
 * @throws UnreadableFile when it isn't there, isn't UTF-8, names other columns or leaves a quote open
 */
export async function* readDirectoryFile(path: string): AsyncGenerator<DirectoryLine> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE,
  })
  // Any error on the way ends the parser, and with it the loop below.
  pipeline(createReadStream(path), onlyUtf8, parser, () => undefined)
  let columns: string[] | undefined
  /** The parser takes a CRLF between quotes for two lines. */
  let countedTwice = 0
  try {
    for await (const parsed of parser) {
      const { record, info } = recordSchema.parse(parsed)
      const breaks = record.flatMap(cell => (/[\r\n]/.test(cell) ? (cell.match(/\r\n|\r|\n/g) ?? []) : []))
      countedTwice += breaks.filter(lineBreak => lineBreak === '\r\n').length
      const line = info.lines - countedTwice - breaks.length
      // Some spreadsheets say in front what they separate by.
      if (!columns && /^sep=/i.test(record[0] ?? '')) continue
      if (!columns) columns = readHeader(record)
      // A spreadsheet keeps rows that were emptied.
      else if (record.some(cell => cell.trim() !== '')) yield readLine(line, columns, record)
    }
  } catch (error) {
    throw unreadable(error)
  }
  if (!columns) throw new UnreadableFile('the file is empty')
}

function readHeader(record: readonly string[]): string[] {
  const columns = columnNames(record)
  const problem = headerProblem(columns)
  if (problem) throw new UnreadableFile(`line 1: ${problem}`)
  return columns
}

function readLine(line: number, columns: readonly string[], cells: readonly string[]): DirectoryLine {
  // Empty cells behind the last column come from columns that were emptied.
  const beyond = cells.slice(columns.length).every(cell => cell.trim() === '')
  const record = beyond ? cells.slice(0, columns.length) : cells
  if (record.length !== columns.length) {
    return { line, wrong: `${record.length} fields, but the first line names ${columns.length} columns` }
  }
  const parsed = directoryRowSchema.safeParse(
    Object.fromEntries(columns.map((name, at) => [name, record[at]])),
  )
  return parsed.success ? { line, row: parsed.data } : { line, wrong: wordProblems(parsed.error) }
}

/** How files of spreadsheets begin: XLSX, ODS and Numbers as zip archives, older ones as compound documents. */
const isSpreadsheet = (bytes: Buffer): boolean => /^(504b0304|d0cf11e0)/.test(bytes.toString('hex', 0, 4))

/** Lets whole lines through, as long as they are UTF-8: anything else would silently become other names. */
async function* onlyUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let line = 1
  let rest = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk])
    const end = bytes.lastIndexOf('\n') + 1
    const whole = bytes.subarray(0, end)
    rest = bytes.subarray(end)
    if (line === 1 && isSpreadsheet(bytes)) {
      throw new UnreadableFile(
        'this is a spreadsheet or an archive, not a CSV file; open it, and save the sheet as CSV in UTF-8',
      )
    }
    if (line === 1 && (bytes[0] === 0xff || bytes[0] === 0xfe)) {
      throw new UnreadableFile('the file is UTF-16; save it as CSV in UTF-8')
    }
    if (rest.length > LONGEST_LINE) throw new UnreadableFile('a line is longer than 256 kB')
    line += linesIn(whole, line)
    if (whole.length > 0) yield whole
  }
  linesIn(rest, line)
  yield rest
}

/** Counts the line ends. @throws UnreadableFile that names the first line that isn't UTF-8 */
function linesIn(bytes: Buffer, first: number): number {
  const allGood = isUtf8(bytes)
  let lines = 0
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    if (!allGood && !isUtf8(bytes.subarray(start, end))) break
    lines += 1
    start = end + 1
  }
  if (!allGood) throw new UnreadableFile(`line ${first + lines}: not UTF-8; save the file as CSV in UTF-8`)
  return lines
}

function unreadable(error: unknown): unknown {
  if (error instanceof CsvError) {
    const said: Record<string, string> = {
      CSV_QUOTE_NOT_CLOSED: 'a quote is opened on this line or before it, and never closed',
      INVALID_OPENING_QUOTE: 'a quote inside a field; put the field in quotes and double those in it',
      CSV_INVALID_CLOSING_QUOTE: 'something stands after a closing quote',
      CSV_MAX_RECORD_SIZE: 'more than 256 kB to here; perhaps a quote is never closed',
    }
    return new UnreadableFile(`line ${String(error.lines)}: ${said[error.code] ?? 'not CSV'}`)
  }
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOENT') return new UnreadableFile('there is no such file')
    if (error.code === 'EACCES') return new UnreadableFile('the file may not be read')
    if (error.code === 'EISDIR') return new UnreadableFile('that is a folder')
  }
  return error
}
