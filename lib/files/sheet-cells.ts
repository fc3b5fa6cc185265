import { buffer } from 'node:stream/consumers'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { kinds } from './kinds'

/** What one part of a short sheet unpacks to, at most. The library stops at what the directory says. */
const MOST_UNPACKED = 1024 * 1024
/** More parts than a short sheet has. */
const MOST_PARTS = 40

interface Format {
  /** Parts that hold what is written. */
  written: RegExp
  /** Parts that hold what can't be read as text. */
  pictures: RegExp
  cells: (part: string) => string[]
}

const plain: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A tag of a page of XML; `<` is in no value of it, so that each character is read once. */
const TAG = /<[^<>]*>/g

const textOf = (xml: string): string =>
  xml
    .replace(TAG, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (all, name: string) => plain[name] ?? all)
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (all, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex ? 16 : 10)
      return code <= 0x10ffff ? String.fromCodePoint(code) : all
    })

/**
 * What is written inside each element, tag by tag: a pattern for a whole element would read to the end of the part for each
 * one that is never closed.
 */
function inside(xml: string, opens: RegExp, closes: RegExp): string[] {
  const found: string[] = []
  let from: number | undefined
  for (const { 0: tag, index } of xml.matchAll(TAG)) {
    if (from === undefined) from = opens.test(tag) ? index + tag.length : undefined
    else if (closes.test(tag)) {
      found.push(textOf(xml.slice(from, index)))
      from = undefined
    }
  }
  return found
}

const formats: Readonly<Record<string, Format>> = {
  [kinds.xlsx.mediaType]: {
    written: /^xl\/(sharedStrings|worksheets\/[^/]+|drawings\/[^/]+)\.xml$/,
    pictures: /^xl\/(media|embeddings|charts|(threaded)?comments)/i,
    // The words are in a list of their own; a cell holds its place in it (`t="s"`), a number, or words.
    cells: part => [
      ...inside(part, /^<(?:\w+:)?si>$/, /^<\/(?:\w+:)?si>$/),
      ...inside(part, /^<a:t>$/, /^<\/a:t>$/),
      ...inside(part, /^<(?:\w+:)?c(?:\s(?:(?!\bt="s")[^>])*)?(?<!\/)>$/, /^<\/(?:\w+:)?c>$/),
    ],
  },
  [kinds.ods.mediaType]: {
    written: /^content\.xml$/,
    pictures: /^(Pictures|Media|Object)/,
    cells: part => inside(part, /^<text:p(?:\s[^>]*)?(?<!\/)>$/, /^<\/text:p>$/),
  },
}

async function partOf(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > MOST_UNPACKED) throw new Error('too large')
  return (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8')
}

async function read(bytes: Buffer, format: Format): Promise<string[] | null> {
  const zip = await fromBufferPromise(bytes, { autoClose: false })
  try {
    if (zip.entryCount > MOST_PARTS) return null
    const cells: string[] = []
    let found = false
    for await (const entry of zip.eachEntry()) {
      if (format.pictures.test(entry.fileName)) return null
      if (!format.written.test(entry.fileName)) continue
      found = true
      cells.push(...format.cells(await partOf(zip, entry)))
    }
    return found ? cells : null
  } finally {
    zip.close()
  }
}

/**
 * Everything that is written in a short sheet (XLSX, ODS): words and numbers, in no order.
 * @param bytes of the whole file
 * @returns null where it can't be told, as for a sheet with pictures, and for files of any other kind
 */
export async function sheetCells(bytes: Buffer, mediaType: string): Promise<string[] | null> {
  const format = Object.hasOwn(formats, mediaType) ? formats[mediaType] : undefined
  if (!format) return null
  try {
    return await read(bytes, format)
  } catch {
    // Whether it can be read is all that is asked.
    return null
  }
}
