import type { IncomingHttpHeaders } from 'node:http'
import { type FailureReason, SystemFailure } from './failure'
import { BrokenOff, type Method, type OutboundProblem, outboundFetch, outboundStream } from './outbound'
import { retryAfter } from './retry-after'
import type { AllowedHosts, Resolve } from './target'

export interface WireCall {
  method?: Method
  url: string
  headers?: Readonly<Record<string, string>>
  body?: string
  /** Longer than the kind's own, for what takes time. */
  patienceMs?: number
  mostBytes?: number
  /** Its credentials are wrong on purpose, so that being refused says nothing about the system. */
  isForged?: boolean
}

export interface WireAnswer<Body = Buffer> {
  status: number
  headers: IncomingHttpHeaders
  body: Body
}

/** The one way to a connected system. Both throw `SystemFailure` for redirects, 429, 5xx and where no answer came. */
export interface Wire {
  /** As admins named the system, for the words of failures. */
  readonly name: string
  call(call: WireCall): Promise<WireAnswer>
  /** For an answer too large for memory. Reading its body throws `SystemFailure` where it ends before its time. */
  stream(call: WireCall): Promise<WireAnswer<AsyncIterable<Uint8Array>>>
}

/** What all workers share about a system: its limits, its pauses, and whether it is asked at all for now. */
export interface Traffic {
  /** @throws SystemFailure `limited` or `circuit-open` where no call may be made now */
  enter(): Promise<void>
  /** Says how the call ended; null when the system answered. */
  leave(failure: SystemFailure | null): Promise<void>
}

export interface WireOptions {
  name: string
  allowed: AllowedHosts
  patienceMs: number
  traffic: Traffic
  signal?: AbortSignal
  /** How names are found; only tests bring one. */
  resolve?: Resolve
}

const problemWords = (name: string, host: string, seconds: number): Record<OutboundProblem, string> => ({
  'address-not-allowed': `The address of ${name} leads to a private network, or isn’t https. Somebody who runs this server can allow it with ALLOWED_PRIVATE_HOSTS.`,
  timeout: `${name} at ${host} didn’t answer within ${seconds} seconds.`,
  unreachable: `${name} can’t be reached at ${host}: the connection was refused or broke off.`,
  'too-large': `${name} sent a larger answer than we take.`,
})

/** What a status means for every system; null where it depends on the call. */
function statusFailure(name: string, { status, headers }: WireAnswer<unknown>): SystemFailure | null {
  const words = (reason: FailureReason, text: string, more = {}) =>
    new SystemFailure(reason, text, { status, ...more })
  if (status === 429) {
    const seconds = retryAfter(headers)
    return words('limited', `${name} asked us to wait (429).`, {
      ...(seconds !== null && { retryAfterSeconds: seconds }),
    })
  }
  if (status >= 500) return words('server-error', `${name} failed (${status}).`, { mayHaveActed: true })
  if (status >= 300 && status < 400)
    return words('redirected', `${name} sent us elsewhere (${status}). Enter the address that it leads to.`)
  return null
}

/** What is on record of an answer that each call reads for itself: credentials that nobody takes make the system a failing one. */
const onRecord = (name: string, { status }: WireAnswer<unknown>): SystemFailure | null =>
  status === 401
    ? new SystemFailure('credentials', `${name} doesn’t accept the credentials (401).`, { status })
    : null

/** A way to a system that keeps to what is shared about it, and turns trouble into words. */
export function makeWire({ name, allowed, patienceMs, traffic, signal, resolve }: WireOptions): Wire {
  const optionsOf = ({ url: _url, isForged: _isForged, ...call }: WireCall) => ({
    patienceMs,
    ...call,
    allowed,
    ...(signal && { signal }),
    ...(resolve && { resolve }),
  })
  const problem = (kind: OutboundProblem, call: WireCall) => {
    const seconds = Math.round((call.patienceMs ?? patienceMs) / 1000)
    const mayHaveActed = kind !== 'address-not-allowed'
    return new SystemFailure(kind, problemWords(name, new URL(call.url).host, seconds)[kind], {
      mayHaveActed,
    })
  }
  const through = async <Answer extends { ok: true } & WireAnswer<unknown>>(
    call: WireCall,
    ask: () => Promise<Answer | { ok: false; problem: OutboundProblem }>,
  ): Promise<Answer> => {
    await traffic.enter()
    const answer = await ask()
    const failure = answer.ok ? statusFailure(name, answer) : problem(answer.problem, call)
    // The worker has to end, which says nothing about the system.
    if (!answer.ok && signal?.aborted) throw failure
    await traffic.leave(failure ?? (answer.ok && !call.isForged ? onRecord(name, answer) : null))
    if (failure || !answer.ok) throw failure
    return answer
  }
  return {
    name,
    call: async call => await through(call, () => outboundFetch(call.url, optionsOf(call))),
    stream: async call => {
      const answer = await through(call, async () => {
        const begun = await outboundStream(call.url, optionsOf(call))
        if (begun.ok && statusFailure(name, begun)) void leave(begun.body)
        return begun
      })
      return { ...answer, body: said(answer.body, kind => problem(kind, call)) }
    },
  }
}

/**
 * Closes an answer whose body nobody reads: its connection would stay open until the patience ends, which is long for a stream.
 * A body that breaks off by itself is closed, too.
 */
export async function leave(body: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const _ of body) break
  } catch (error) {
    if (!(error instanceof BrokenOff || error instanceof SystemFailure)) throw error
  }
}

async function* said(
  body: AsyncIterable<Uint8Array>,
  failure: (problem: OutboundProblem) => SystemFailure,
): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    throw error instanceof BrokenOff ? failure(error.problem) : error
  }
}
