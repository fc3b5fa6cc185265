import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** A call as a stand-in saw it. */
export interface StandInCall {
  at: number
  method: string
  path: string
  query: Readonly<Record<string, string>>
  headers: IncomingHttpHeaders
  raw: string
  /** The body's JSON; undefined where it is none. */
  json: unknown
  /** `GET /users?search=x` and the body, decoded: what a fault is matched with. */
  line: string
}

export interface StandInAnswer {
  status: number
  json?: unknown
  body?: string | Buffer
  headers?: Readonly<Record<string, string>>
}

/**
 * What can go wrong: `reset` breaks the connection and nothing has happened, `reset-after` when it has; `hang` never answers, though
 * it has happened; `truncate` sends half of the JSON, `html` a page that says it is JSON, `empty` 200 and nothing.
 */
export type FaultKind =
  | { kind: 'status'; status: number; body?: string; headers?: Readonly<Record<string, string>> }
  | { kind: 'reset' | 'reset-after' | 'hang' | 'truncate' | 'html' | 'empty' }
  | { kind: 'redirect'; to: string }

interface Fault {
  match: RegExp
  times: number
  hits: StandInCall[]
  does: FaultKind
}

const parsed = (raw: string): unknown => {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

function cutOff(answer: StandInAnswer): StandInAnswer {
  const whole = answer.json === undefined ? String(answer.body ?? '') : JSON.stringify(answer.json)
  const { json: _json, ...rest } = answer
  return { ...rest, body: whole.slice(0, Math.max(1, whole.length >> 1)) }
}

/** Another company's server, with state: a subclass answers calls and keeps what really happened in `effects`. */
export abstract class StandIn {
  readonly calls: StandInCall[] = []
  /** What really happened, each once. */
  readonly effects: { what: string; id: string }[] = []
  #faults: Fault[] = []
  readonly #sockets = new Set<Socket>()
  readonly #server = createServer((request, response) => void this.#serve(request, response))
  port = 0

  protected abstract answer(call: StandInCall): StandInAnswer

  async listen(): Promise<this> {
    this.#server.on('connection', socket => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
    await new Promise<void>(resolve => this.#server.listen(this.port, '127.0.0.1', resolve))
    const address = this.#server.address()
    this.port = address && typeof address === 'object' ? address.port : 0
    return this
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise(resolve => this.#server.close(resolve))
  }

  get host(): string {
    return `127.0.0.1:${this.port}`
  }

  get url(): string {
    return `http://${this.host}`
  }

  /** What happens to the next `times` calls that match, in place of the usual. */
  fault(match: RegExp, does: FaultKind, times = 1): Fault {
    const fault = { match, does, times, hits: [] }
    this.#faults.push(fault)
    return fault
  }

  clearFaults(): void {
    this.#faults = []
  }

  got(match: RegExp): StandInCall[] {
    return this.calls.filter(call => match.test(call.line))
  }

  did(what: string, id?: string): number {
    return this.effects.filter(effect => effect.what === what && (id === undefined || effect.id === id))
      .length
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const raw = Buffer.concat(parts).toString('utf8')
    const url = new URL(request.url ?? '/', 'http://stand-in')
    const method = request.method ?? 'GET'
    const call: StandInCall = {
      at: Date.now(),
      method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      raw,
      json: parsed(raw),
      line: `${method} ${decodeURIComponent(url.pathname + url.search.replaceAll('+', ' '))} ${raw}`,
    }
    this.calls.push(call)
    const fault = this.#faults.find(known => known.times > 0 && known.match.test(call.line))
    if (fault) {
      fault.times -= 1
      fault.hits.push(call)
    }
    this.#reply(call, fault?.does, request, response)
  }

  #reply(
    call: StandInCall,
    does: FaultKind | undefined,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const send = ({ status, json, body, headers = {} }: StandInAnswer) => {
      const type = json === undefined ? {} : { 'content-type': 'application/json' }
      response.writeHead(status, { ...type, ...headers })
      response.end(json === undefined ? body : JSON.stringify(json))
    }
    const breakOff = () => request.socket.resetAndDestroy()
    if (does?.kind === 'status') send(does)
    else if (does?.kind === 'redirect') send({ status: 302, headers: { location: does.to } })
    else if (does?.kind === 'html')
      send({ status: 200, body: '<!doctype html>', headers: { 'content-type': 'application/json' } })
    else if (does?.kind === 'empty') send({ status: 200, body: '' })
    else if (does?.kind === 'reset') breakOff()
    else {
      const answer = this.answer(call)
      if (does?.kind === 'reset-after') breakOff()
      else if (does?.kind === 'truncate') send(cutOff(answer))
      else if (does?.kind !== 'hang') send(answer)
    }
  }
}
