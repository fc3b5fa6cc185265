import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { type AllowedHosts, guardedLookup, LeadsInside, type Resolve, targetProblem } from './target'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface OutboundCall {
  method?: Method
  headers?: Readonly<Record<string, string>>
  body?: string
  allowed: AllowedHosts
  /** Gives up when it is told to. */
  signal?: AbortSignal
  /** For all of it, from the name to the last byte. */
  patienceMs?: number
  /** Of the answer's body, unpacked; more ends the call. */
  mostBytes?: number
  /** Nothing of the answer is read but its status and headers. */
  ignoresBody?: boolean
  /** How names are found; only tests bring one. */
  resolve?: Resolve
}

export type OutboundProblem = 'address-not-allowed' | 'timeout' | 'unreachable' | 'too-large'

type Answered<Body> =
  | { ok: true; status: number; headers: IncomingHttpHeaders; body: Body }
  | { ok: false; problem: OutboundProblem }

export type OutboundAnswer = Answered<Buffer>

/** An answer whose body is read as it comes. Reading throws `BrokenOff` where it ends before its time or grows too large. */
export type OutboundStream = Answered<AsyncIterable<Buffer>>

const PATIENCE_MS = 15_000
const MOST_BYTES = 1024 * 1024

class TooLarge extends Error {
  override name = 'TooLarge'
}

/** The body as it was before it was packed. We ask for none that is, but some servers don't listen. */
function unpacked(answer: IncomingMessage): Readable {
  const packing = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (packing === 'identity' || packing === '') return answer
  const unpack =
    packing === 'br'
      ? createBrotliDecompress()
      : packing === 'deflate'
        ? createInflate()
        : /^(x-)?gzip$/.test(packing)
          ? createGunzip()
          : null
  if (!unpack) throw new Error('packed in a way that we don’t know')
  // A break shows to the reader as an end before its time.
  pipeline(answer, unpack, () => undefined)
  return unpack
}

/** The body piece by piece, and no more than `most` bytes of it: a small answer may unpack to a huge one. */
async function* piecesOf(answer: IncomingMessage, most: number): AsyncGenerator<Buffer> {
  let bytes = 0
  try {
    for await (const part of unpacked(answer)) {
      const piece = Buffer.from(part)
      bytes += piece.length
      if (bytes > most) throw new TooLarge('the answer is larger than we take')
      yield piece
    }
  } finally {
    answer.destroy()
  }
}

async function readAtMost(answer: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const piece of piecesOf(answer, most)) parts.push(piece)
  return Buffer.concat(parts)
}

/** Thrown to the reader of a stream that ended before its time, or was larger than it may be. */
export class BrokenOff extends Error {
  override name = 'BrokenOff'

  constructor(readonly problem: OutboundProblem) {
    super(problem)
  }
}

async function* saying(pieces: AsyncIterable<Buffer>, late: AbortSignal): AsyncGenerator<Buffer> {
  try {
    yield* pieces
  } catch (error) {
    throw new BrokenOff(problemOf(error, late.aborted))
  }
}

function nothingOf(answer: IncomingMessage): Buffer {
  answer.destroy()
  return Buffer.alloc(0)
}

function open(url: URL, call: OutboundCall, signal: AbortSignal): Promise<IncomingMessage> {
  const { method = 'GET', headers = {}, body = '', allowed, resolve } = call
  const ask = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((answered, failed) => {
    const options = {
      method,
      signal,
      // A connection that was kept might lead where its name led before.
      agent: false as const,
      lookup: guardedLookup(url, allowed, resolve),
      headers: {
        'user-agent': 'Habeas',
        'accept-encoding': 'identity',
        ...headers,
        ...(body && { 'content-length': String(Buffer.byteLength(body)) }),
      },
    }
    ask(url, options, answered).on('error', failed).end(body)
  })
}

/**
 * Calls an address that somebody could set, so that it leads nowhere inside: judged by its spelling and by what its name leads
 * to as we connect, no redirect followed, and an end to its size and time. Every call to another system goes through this.
 * @returns the answer, of any status, or a short code of what went wrong; throws nothing
 */
export async function outboundFetch(address: string, call: OutboundCall): Promise<OutboundAnswer> {
  const { patienceMs = PATIENCE_MS, mostBytes = MOST_BYTES, allowed, signal } = call
  if (targetProblem(address, allowed)) return { ok: false, problem: 'address-not-allowed' }
  const patience = AbortSignal.timeout(patienceMs)
  const until = signal ? AbortSignal.any([signal, patience]) : patience
  try {
    const answer = await open(new URL(address), call, until)
    const body = call.ignoresBody ? nothingOf(answer) : await readAtMost(answer, mostBytes)
    return { ok: true, status: answer.statusCode ?? 0, headers: answer.headers, body }
  } catch (error) {
    return { ok: false, problem: problemOf(error, patience.aborted) }
  }
}

/**
 * The same call, for an answer that is too large to keep in memory: its body is read by the caller, as it comes.
 * The body has to be read to its end, or given up by leaving the loop.
 */
export async function outboundStream(address: string, call: OutboundCall): Promise<OutboundStream> {
  const { patienceMs = PATIENCE_MS, mostBytes = MOST_BYTES, allowed, signal } = call
  if (targetProblem(address, allowed)) return { ok: false, problem: 'address-not-allowed' }
  const patience = AbortSignal.timeout(patienceMs)
  const until = signal ? AbortSignal.any([signal, patience]) : patience
  try {
    const answer = await open(new URL(address), call, until)
    const body = saying(piecesOf(answer, mostBytes), patience)
    return { ok: true, status: answer.statusCode ?? 0, headers: answer.headers, body }
  } catch (error) {
    return { ok: false, problem: problemOf(error, patience.aborted) }
  }
}

function problemOf(error: unknown, isLate: boolean): OutboundProblem {
  if (isLate) return 'timeout'
  if (error instanceof LeadsInside) return 'address-not-allowed'
  return error instanceof TooLarge ? 'too-large' : 'unreachable'
}
