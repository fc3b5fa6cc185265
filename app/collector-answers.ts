import { answerHeaders, noContent } from '@/lib/answer-headers'
import { CLIENT_ADDRESS_HEADER } from '@/lib/auth/client-address'
import type { Caller, Collected } from '@/lib/door/usage/collect'
import { env } from '@/lib/env'

/** Trackers run on other sites, and send cookies unless told otherwise: the answer allows both, sets none and reads none. */
function headersFor(request: Request): Headers {
  const headers = new Headers({
    ...answerHeaders(new URL(request.url).pathname, env().appUrl.startsWith('https:')),
    'content-security-policy': noContent,
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'origin',
  })
  const origin = request.headers.get('origin')
  if (origin) {
    headers.set('access-control-allow-origin', origin)
    headers.set('access-control-allow-credentials', 'true')
  }
  return headers
}

/** Trackers give up on 400 and try again after 429 and 503. */
const statuses: Record<Collected, number> = {
  stored: 200,
  ignored: 200,
  unreadable: 400,
  'too-many': 429,
  'not-now': 503,
}

/** The answer to a tracker, with a body where it was taken. */
export function collectorAnswer(
  request: Request,
  collected: Collected,
  body: Body = { type: 'text/plain', of: 'ok' },
): Response {
  const headers = headersFor(request)
  const status = statuses[collected]
  if (status === 429 || status === 503) headers.set('retry-after', '5')
  if (status !== 200) return new Response(null, { status, headers })
  headers.set('content-type', body.type)
  return new Response(body.of, { status, headers })
}

interface Body {
  type: string
  of: string | Uint8Array<ArrayBuffer>
}

/** The answer to a browser that asks what it may send. */
export function collectorOptions(request: Request): Response {
  const headers = headersFor(request)
  headers.set('access-control-allow-methods', 'GET, POST, OPTIONS')
  headers.set('access-control-allow-headers', 'Content-Type, SP-Anonymous')
  headers.set('access-control-max-age', '600')
  return new Response(null, { status: 204, headers })
}

/** The answer to a method that trackers don't use. */
export const collectorRefusal = (request: Request): Response =>
  new Response(null, { status: 405, headers: headersFor(request) })

/** Who calls, and what they want of us: to be left out, or not to be recognised. */
export const collectorCaller = (request: Request): Caller => ({
  optedOut: request.headers.get('sec-gpc') === '1' || request.headers.get('dnt') === '1',
  anonymous: request.headers.has('sp-anonymous'),
  address: request.headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown',
})
