/** The body isn't what a form with files sends. */
export class Malformed extends Error {
  override name = 'Malformed'
}

/** One field of a form. A file has a `filename`, which may be empty where none was chosen. */
export interface Part {
  name: string
  filename: string | null
  /** To be read before the next part is asked for; what is left of it is skipped. */
  data: AsyncIterable<Uint8Array>
}

const MOST_PARTS = 80
const MOST_HEADER = 8 * 1024

/** The boundary of a `multipart/form-data` header, or null for anything else. */
export function boundaryOf(contentType: string | null): string | null {
  const found = contentType?.match(
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;",]{1,70}))/i,
  )
  return found?.[1] ?? found?.[2] ?? null
}

/** Reads a stream up to marks, however the bytes are cut into pieces; never holds more than a piece and a mark. */
class Marked {
  #held: Buffer = Buffer.alloc(0)
  readonly #source: AsyncIterator<Uint8Array>
  constructor(source: AsyncIterable<Uint8Array>, before: string) {
    this.#source = source[Symbol.asyncIterator]()
    this.#held = Buffer.from(before)
  }

  async #more(): Promise<void> {
    const next = await this.#source.next()
    if (next.done) throw new Malformed('it ends too early')
    this.#held = Buffer.concat([this.#held, next.value])
  }

  async *until(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      if (at >= 0) {
        const piece = this.#held.subarray(0, at)
        this.#held = this.#held.subarray(at + mark.length)
        if (piece.length > 0) yield piece
        return
      }
      const sure = this.#held.length - mark.length + 1
      if (sure > 0) {
        const piece = this.#held.subarray(0, sure)
        this.#held = this.#held.subarray(sure)
        yield piece
      }
      await this.#more()
    }
  }

  async text(mark: Buffer, most: number): Promise<string> {
    const pieces: Uint8Array[] = []
    let size = 0
    for await (const piece of this.until(mark)) {
      size += piece.length
      if (size > most) throw new Malformed('a header is too long')
      pieces.push(piece)
    }
    return Buffer.concat(pieces).toString('utf8')
  }

  async take(length: number): Promise<string> {
    while (this.#held.length < length) await this.#more()
    const taken = this.#held.subarray(0, length).toString('latin1')
    this.#held = this.#held.subarray(length)
    return taken
  }

  /** Reads the rest and throws it away, so that whoever sends it gets to read the answer. */
  async drain(): Promise<void> {
    this.#held = Buffer.alloc(0)
    while (!(await this.#source.next()).done);
  }
}

/** Browsers write quotes and line ends within a value as `%22`, `%0D` and `%0A`; others escape quotes by a backslash. */
const unescaped = (text: string) =>
  text
    .replace(/\\(["\\])/g, '$1')
    .replace(/%(22|0D|0A)/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

const parameter = (header: string, name: string): string | null => {
  const found = header.match(new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]*))`, 'i'))
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? null : unescaped(value)
}

function partOf(headers: string): { name: string; filename: string | null } {
  const line = headers.split('\r\n').find(part => /^content-disposition\s*:/i.test(part)) ?? ''
  const name = /^content-disposition\s*:\s*form-data\s*;/i.test(line) ? parameter(line, 'name') : null
  if (name === null) throw new Malformed('a part has no name')
  return { name, filename: parameter(line, 'filename') }
}

/**
 * The parts of a form with files, one after the other, as the bytes arrive.
 * @param boundary as {@link boundaryOf} found it
 * @throws Malformed where the bytes are no such form; what `body` throws
 */
export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const mark = Buffer.from(`\r\n--${boundary}`)
  const lineEnd = Buffer.from('\r\n\r\n')
  const source = new Marked(body, '\r\n')
  try {
    for await (const _preamble of source.until(mark));
    for (let count = 0; ; count++) {
      const next = await source.take(2)
      if (next === '--') break
      if (next !== '\r\n' || count === MOST_PARTS) throw new Malformed('a part begins wrongly')
      const about = partOf(await source.text(lineEnd, MOST_HEADER))
      const data = source.until(mark)
      yield { ...about, data }
      for await (const _rest of data);
    }
  } finally {
    await source.drain().catch(() => undefined)
  }
}
