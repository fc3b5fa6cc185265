import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/**
 * What happens to a call on its way, told from what happens at its end: `swallow` takes it and never passes it on; `cut-request`
 * breaks off before the server has all of it,
 * `cut-before-answer` once the server has acted and before anything of its answer is through, `cut-answer` in the middle of the
 * answer; `corrupt` makes the answer's body no text of any kind; `hold` keeps the answer back until it is let go.
 */
export type WireFault = 'swallow' | 'cut-request' | 'cut-before-answer' | 'cut-answer' | 'corrupt' | 'hold'

interface Planned {
  match: RegExp
  does: WireFault
  times: number
  /** Settles when a call has met it; of `hold`, when its answer is there and is kept back. */
  met: Promise<void>
  /** Lets what is held go. */
  letGo(): void
}

const END_OF_HEAD = '\r\n\r\n'

/** Before a server: everything passes, but for calls whose first line a fault was planned for. One call a connection. */
export class TcpProxy {
  /** First lines of the calls that came. */
  readonly calls: string[] = []
  #faults: (Planned & { said(): void; gone: Promise<void> })[] = []
  readonly #sockets = new Set<Socket>()
  readonly #server: Server
  #port = 0

  constructor(private readonly target: { port: number }) {
    this.#server = createServer(client => this.#serve(client))
  }

  async listen(): Promise<this> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    this.#port = address && typeof address === 'object' ? address.port : 0
    return this
  }

  get host(): string {
    return `127.0.0.1:${this.#port}`
  }

  get url(): string {
    return `http://${this.host}`
  }

  /** @param match the call's first line, such as `DELETE /api/v4/users/5` */
  fault(match: RegExp, does: WireFault, times = 1): Planned {
    let said = () => {}
    let letGo = () => {}
    const met = new Promise<void>(resolve => {
      said = resolve
    })
    const gone = new Promise<void>(resolve => {
      letGo = resolve
    })
    const planned = { match, does, times, met, said, gone, letGo }
    this.#faults.push(planned)
    return planned
  }

  clearFaults(): void {
    for (const { letGo } of this.#faults) letGo()
    this.#faults = []
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise(resolve => this.#server.close(resolve))
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket)
    return socket.on('error', () => undefined).once('close', () => this.#sockets.delete(socket))
  }

  #serve(client: Socket): void {
    let head = ''
    const waiting: Buffer[] = []
    const listen = (part: Buffer) => {
      waiting.push(part)
      head += part.toString('latin1')
      if (!head.includes(END_OF_HEAD)) return
      client.off('data', listen)
      client.pause()
      this.#pass(client, head.split('\r\n')[0] ?? '', Buffer.concat(waiting))
    }
    this.#keep(client).on('data', listen)
  }

  #pass(client: Socket, line: string, sofar: Buffer): void {
    this.calls.push(line)
    const fault = this.#faults.find(({ match, times }) => times > 0 && match.test(line))
    if (fault) fault.times -= 1
    if (fault?.does === 'swallow' || fault?.does === 'cut-request') {
      if (fault.does === 'cut-request') client.resetAndDestroy()
      fault.said()
      return
    }
    const server = this.#keep(connect(this.target.port, '127.0.0.1'))
    server.write(sofar)
    client.pipe(server)
    if (!fault) {
      server.pipe(client)
      server.once('close', () => client.destroy())
      return
    }
    // The whole answer is waited for: by then the server has acted.
    const parts: Buffer[] = []
    server.on('data', part => parts.push(Buffer.from(part)))
    server.once('close', () => {
      fault.said()
      this.#answer(client, fault, Buffer.concat(parts))
    })
  }

  #answer(client: Socket, { does, gone }: { does: WireFault; gone: Promise<void> }, answer: Buffer): void {
    const body = answer.indexOf(END_OF_HEAD) + END_OF_HEAD.length
    // Of an answer without a body, its head is cut.
    const begin = body === answer.length ? 0 : body
    if (does === 'cut-before-answer') client.resetAndDestroy()
    else if (does === 'hold') void gone.then(() => client.end(answer))
    else if (does === 'corrupt')
      client.end(Buffer.concat([answer.subarray(0, body), answer.subarray(body).map(byte => byte | 0x80)]))
    else client.end(answer.subarray(0, begin + ((answer.length - begin) >> 1)))
  }
}

/** A proxy before a server for the tests of a file. */
export async function tcpProxy(target: { port: number }): Promise<TcpProxy> {
  const proxy = await new TcpProxy(target).listen()
  afterAll(() => proxy.close())
  return proxy
}
