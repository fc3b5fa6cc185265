import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import { answerHeaders, isCollectorPath, isUploadPath, noContent } from '@/lib/answer-headers'
import { withAnswerStatus } from '@/lib/answer-status'
import { CLIENT_ADDRESS_HEADER, clientAddress } from '@/lib/auth/client-address'
import { log } from '@/lib/log'

export interface WebServerOptions {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  trustedProxies: BlockList
  /** Largest request body, in bytes. */
  bodyLimit: number
  /** The same for addresses that take files; without it, as everywhere. */
  uploadLimit?: number
  /** People reach us over https. */
  secure?: boolean
  /** Told of each answer once it has left. */
  answered?: (path: string, request: IncomingMessage, response: ServerResponse) => void
  /** Hang up on everybody who isn't on this machine. */
  localOnly: boolean
}

/** Headers by which frameworks learn things from a proxy; from anybody else they are a stranger's claim. */
const PROXY_ONLY = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'x-real-ip',
]

function refuse(response: ServerResponse, status: number, words: string): void {
  if (!response.headersSent) {
    response.writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      connection: 'close',
    })
  }
  response.end(`${words}\n`)
}

/** Whether what is escaped in a path is text: Next answers others with a failure of its own. */
function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

/** A target that names a server or hides a NUL is no page of ours; some parsers further in would follow it. */
const isPath = (target: string) =>
  /^\/(?![/\\])/.test(target) && !/%00|\0/.test(target) && isDecodable(target.split('?')[0] ?? '')

/** Exported for its test: the machine itself, over either protocol. */
export const isLoopback = (address: string) => /^(127\.|::ffff:127\.|::1$)/.test(address)

/** Counts what is read of a body that doesn't say its length, and cuts it off at the limit. */
function watchBody(request: IncomingMessage, limit: number, tooLarge: () => void): void {
  let bytes = 0
  const emit = request.emit.bind(request)
  request.emit = (event: string | symbol, ...args: unknown[]) => {
    const [chunk] = args
    if (event === 'data' && Buffer.isBuffer(chunk)) {
      bytes += chunk.length
      if (bytes > limit) {
        tooLarge()
        request.destroy()
        return false
      }
    }
    return emit(event, ...args)
  }
}

/** Tells the pages who called, and takes away what only our own proxies may say. */
function setCaller(request: IncomingMessage, trusted: BlockList): void {
  const peer = request.socket.remoteAddress ?? ''
  const forwarded = request.headers['x-forwarded-for']
  const header = Array.isArray(forwarded) ? forwarded.join(',') : forwarded
  const address = clientAddress(peer, header, trusted)
  const behindProxy = clientAddress(peer, '192.0.2.1', trusted) !== clientAddress(peer, undefined, trusted)
  if (!behindProxy) for (const name of PROXY_ONLY) delete request.headers[name]
  for (const name of Object.keys(request.headers))
    if (name.startsWith('x-habeas-')) delete request.headers[name]
  request.headers[CLIENT_ADDRESS_HEADER] = address
}

/** The headers of addresses that the proxy leaves alone, so that their bodies stream. */
function prepareUpload(response: ServerResponse, path: string, secure: boolean): void {
  response.setHeader('content-security-policy', noContent)
  for (const [name, value] of Object.entries(answerHeaders(path, secure))) response.setHeader(name, value)
}

/** Where a page has chosen a status of its own, it leaves in place of Next's 200. */
function honourStatus(response: ServerResponse, answer: { status?: number }): void {
  let code = response.statusCode
  Object.defineProperty(response, 'statusCode', {
    get: () => (code === 200 && answer.status) || code,
    set: (status: number) => {
      code = status
    },
  })
}

/**
 * Our own HTTP server around the pages: names the caller, limits time and size, refuses targets that are no
 * path. `drain` ends it: nothing new is accepted, what is under way is answered.
 */
export function createWebServer(options: WebServerOptions): {
  server: Server
  drain: (milliseconds: number) => Promise<void>
} {
  let draining = false

  const server = createServer(
    { maxHeaderSize: 16_384, connectionsCheckingInterval: 2000 },
    (request, response) => {
      if (draining) response.setHeader('connection', 'close')
      if (!isPath(request.url ?? '')) return refuse(response, 400, 'That is not an address of this site.')
      const path = request.url?.split('?')[0] ?? ''
      const takesFiles = isUploadPath(path)
      const limit = takesFiles ? (options.uploadLimit ?? options.bodyLimit) : options.bodyLimit
      if (takesFiles) prepareUpload(response, path, options.secure ?? false)
      // Trackers would send the same again for ever after a 413.
      const status = isCollectorPath(path) ? 400 : 413
      const tooLarge = () => refuse(response, status, 'That is more than one request may carry.')
      if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge()
      setCaller(request, options.trustedProxies)
      response.once('finish', () => options.answered?.(path, request, response))
      watchBody(request, limit, tooLarge)
      const answer: { status?: number } = {}
      honourStatus(response, answer)
      withAnswerStatus(answer, () => options.handle(request, response)).catch((error: unknown) => {
        log.error({ err: error }, 'a request failed outside the pages')
        refuse(response, 500, 'Something went wrong on our side. Nothing was lost; please try again.')
      })
    },
  )
  // A client that dribbles its request occupies a connection for this long at most.
  server.headersTimeout = 10_000
  server.requestTimeout = 120_000
  server.keepAliveTimeout = 10_000
  server.maxHeadersCount = 100
  if (options.localOnly) {
    server.on('connection', socket => {
      if (!isLoopback(socket.remoteAddress ?? '')) socket.destroy()
    })
  }
  server.on('connect', (_request, socket) => socket.destroy())

  const drain = (milliseconds: number) =>
    new Promise<void>(resolve => {
      draining = true
      // Kept-alive connections turn idle one by one, as their last answers leave.
      const sweep = setInterval(() => server.closeIdleConnections(), 100)
      const cut = setTimeout(() => server.closeAllConnections(), milliseconds)
      server.close(() => {
        clearInterval(sweep)
        clearTimeout(cut)
        resolve()
      })
      server.closeIdleConnections()
    })
  return { server, drain }
}
