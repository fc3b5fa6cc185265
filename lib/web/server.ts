import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import {
  answerHeaders,
  isCollectorPath,
  isHandOverPath,
  isUploadPath,
  noContent,
  takesFromElsewhere,
} from '@/lib/answer-headers'
import { type Answer, withAnswerStatus } from '@/lib/answer-status'
import { CLIENT_ADDRESS_HEADER, clientAddress } from '@/lib/auth/client-address'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { log } from '@/lib/log'
import { troubleOf } from '@/lib/trouble'
import { givePolicy } from './give-policy'
import { sayTrouble } from './say-trouble'
import { hidesNul, isDecodable, isPath, plainPath } from './target'

export interface WebServerOptions {
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  trustedProxies: BlockList
  /** Largest request body, in bytes. */
  bodyLimit: number
  /** The same for addresses that take files; without it, as everywhere. */
  uploadLimit?: number
  /** The same for addresses that take what is handed over; without it, as where files are taken. */
  handOverLimit?: number
  /** The address that people know us by. */
  appUrl: string
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

/** How long a body may take: a form, and a file of 2 GB over a slow line. */
const LONGEST_BODY_MS = 120_000
const LONGEST_UPLOAD_MS = 4 * 3_600_000

/** Hangs up on a body that doesn't come whole in time. */
function endSlowBody(request: IncomingMessage, most: number): void {
  const timer = setTimeout(() => request.destroy(), most)
  timer.unref()
  request.once('close', () => clearTimeout(timer))
  request.once('end', () => clearTimeout(timer))
}

/** The largest body that an address takes. */
function limitOf(path: string, options: WebServerOptions): number {
  const { bodyLimit, uploadLimit = bodyLimit, handOverLimit = uploadLimit } = options
  if (isHandOverPath(path)) return handOverLimit
  return isUploadPath(path) ? uploadLimit : bodyLimit
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

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Another site can make a browser post here with its cookies, so a write must come from our own pages. Reads are free. */
const comesFromElsewhere = ({ method = '', headers }: IncomingMessage, path: string, appUrl: string) =>
  !['GET', 'HEAD', 'OPTIONS'].includes(method) &&
  !takesFromElsewhere(path) &&
  !isSameOrigin({ get: name => headers[name]?.toString() ?? null }, appUrl)

/** Whether the framework looks for a call of a server action in it. */
const isCall = ({ method, headers }: IncomingMessage, path: string): boolean =>
  method === 'POST' &&
  !path.startsWith('/api/') &&
  !isUploadPath(path) &&
  (headers['next-action'] !== undefined || (headers['content-type'] ?? '').startsWith('multipart/form-data'))

/** The headers of answers that the proxy has no part in: those to uploads, which stream, and refusals of our own. */
function prepareAnswer(response: ServerResponse, path: string, secure: boolean): void {
  response.setHeader('content-security-policy', noContent)
  for (const [name, value] of Object.entries(answerHeaders(path, secure))) response.setHeader(name, value)
}

/** Where a page has chosen a status of its own, it leaves in place of Next's 200. */
function honourStatus(response: ServerResponse, answer: Answer): void {
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
  const { appUrl } = options
  const publicUrl = new URL(appUrl)
  const secure = publicUrl.protocol === 'https:'

  const server = createServer(
    { maxHeaderSize: 16_384, connectionsCheckingInterval: 2000 },
    (request, response) => {
      if (draining) response.setHeader('connection', 'close')
      givePolicy(response)
      const target = request.url ?? ''
      const path = target.split('?')[0] ?? ''
      const refuse = (status: number, words: string) => {
        if (!response.headersSent) {
          prepareAnswer(response, path, secure)
          response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
        }
        response.end(`${words}\n`)
      }
      if (!isPath(target)) return refuse(400, 'That is not an address of this site.')
      if (!isDecodable(path)) return refuse(404, 'There is nothing at this address.')
      if (hidesNul(target)) return refuse(400, 'That is not an address of this site.')
      const plain = plainPath(path)
      if (plain !== path) {
        response.setHeader('location', plain + target.slice(path.length))
        return refuse(308, 'This address is written otherwise.')
      }
      if (!METHODS.has(request.method ?? ''))
        return refuse(405, 'That is nothing to do with an address of this site.')
      const takesFiles = isUploadPath(path)
      const limit = limitOf(path, options)
      if (takesFiles) prepareAnswer(response, path, secure)
      // Trackers would send the same again for ever after a 413.
      const status = isCollectorPath(path) ? 400 : 413
      const tooLarge = () => refuse(status, 'That is more than one request may carry.')
      if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge()
      setCaller(request, options.trustedProxies)
      if (comesFromElsewhere(request, path, appUrl)) {
        log.warn({ method: request.method }, 'security: sent from elsewhere')
        return refuse(
          403,
          'This can only be sent from our own page. Go back, load the page again, and send it there.',
        )
      }
      // The framework holds a form's origin against the host that it was called by; a proxy may call us by another one.
      if (request.headers.origin === publicUrl.origin) request.headers['x-forwarded-host'] = publicUrl.host
      response.once('finish', () => options.answered?.(path, request, response))
      watchBody(request, limit, tooLarge)
      endSlowBody(request, isHandOverPath(path) ? LONGEST_UPLOAD_MS : LONGEST_BODY_MS)
      const answer: Answer = isCall(request, path) ? { call: 'unread' } : {}
      honourStatus(response, answer)
      sayTrouble(request, response, answer, appUrl)
      withAnswerStatus(answer, () => options.handle(request, response)).catch((error: unknown) => {
        log.error({ err: error }, 'a request failed outside the pages')
        const trouble = troubleOf(error)
        if (trouble) answer.trouble = trouble
        refuse(500, 'Something went wrong on our side. Nothing was lost; please try again.')
      })
    },
  )
  // A client that dribbles its request occupies a connection for this long at most.
  server.headersTimeout = 10_000
  server.requestTimeout = LONGEST_UPLOAD_MS
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
