import type { Readable } from 'node:stream'
import { ReadableStream, type ReadableStreamDefaultController } from 'node:stream/web'
import { Dicer } from '@fastify/busboy'
import { type Disposition, dispositionOf } from './disposition'

/** The body isn't what a form with files sends. */
export class Malformed extends Error {
  override name = 'Malformed'
}

/** One field of a form. A file has a `filename`, which may be empty where none was chosen. */
export interface Part extends Disposition {
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

/** What the parser met, in order: a part with its bytes, or why it can't continue. */
type Met = { about: Disposition; stream: Readable } | { problem: Error }

/**
 * Turns the parser's events into a line of parts. The parser skips a part that it can't read; here the whole form is
 * refused then.
 */
class Reader {
  #line: ReadableStreamDefaultController<Met> | undefined
  readonly met = new ReadableStream<Met>({
    start: line => {
      this.#line = line
    },
  })
  readonly #parser: Dicer
  #newest: Readable | undefined
  #headed = true
  #count = 0
  #over = false
  #problem: Error | undefined
  #release: () => void = () => undefined
  readonly #released = new Promise<void>(resolve => {
    this.#release = resolve
  })

  constructor(boundary: string) {
    // The parser cuts headers off where they are too long, so it is given more than is taken.
    const limits = { boundary, maxHeaderSize: 2 * MOST_HEADER }
    this.#parser = new Dicer(limits)
      .on('part', part => this.#begin(part))
      .on('error', () => this.#end(new Malformed('it ends too early')))
      .on('finish', () => this.#end(this.#headed ? undefined : new Malformed('a part has no headers')))
  }

  #begin(part: Dicer.PartStream): void {
    // The parser says it of itself, too, where a body ends too early.
    part.on('error', () => undefined)
    if (!this.#headed) this.#end(new Malformed('a part has no headers'))
    if (++this.#count > MOST_PARTS) this.#end(new Malformed('there are too many parts'))
    if (this.#over) return
    this.#newest = part
    this.#headed = false
    part.once('header', header => {
      this.#headed = true
      const about = dispositionOf(header, MOST_HEADER)
      if (about === null) this.#end(new Malformed('a part has no name, or its headers are too long'))
      else if (!this.#over) this.#line?.enqueue({ about, stream: part })
    })
  }

  /** Nothing is parsed from here on. @param problem undefined where the form came whole */
  #end(problem?: Error): void {
    if (this.#over) return
    this.leave()
    if (problem) {
      this.#problem = problem
      this.#newest?.destroy(problem)
      this.#line?.enqueue({ problem })
    }
    this.#line?.close()
  }

  /** The bytes of a part. @throws why it was cut off */
  async *dataOf(stream: Readable): AsyncGenerator<Uint8Array> {
    try {
      yield* stream.iterator({ destroyOnReturn: false })
    } catch (error) {
      throw this.#problem ?? error
    }
  }

  /** Nobody takes parts any more. */
  leave(): void {
    this.#over = true
    this.#release()
  }

  /** Parses a body as its parts are read. What is left is read, too, so that its sender gets to read the answer. */
  async feed(body: AsyncIterable<Uint8Array>): Promise<void> {
    try {
      for await (const piece of body) {
        if (this.#over) continue
        const parsed = new Promise<void>(resolve => this.#parser.write(piece, () => resolve()))
        await Promise.race([parsed, this.#released])
      }
      this.#parser.end()
    } catch (error) {
      this.#end(error instanceof Error ? error : new Error('the body broke off', { cause: error }))
    }
  }
}

/**
 * The parts of a form with files, one after the other, as the bytes arrive.
 * @param boundary as {@link boundaryOf} found it
 * @throws Malformed where the bytes are no such form; what `body` throws
 */
export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const reader = new Reader(boundary)
  const fed = reader.feed(body)
  try {
    for await (const met of reader.met) {
      if ('problem' in met) throw met.problem
      yield { ...met.about, data: reader.dataOf(met.stream) }
      met.stream.resume()
    }
  } finally {
    reader.leave()
    await fed
  }
}
