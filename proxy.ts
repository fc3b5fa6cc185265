import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env'

/*
 * Headers that keep a browser on our side. Runs before every answer and only that: who may see or do what is decided in
 * the door and in every read, never here.
 */

/** Same-origin everything; scripts and styles carry this answer's nonce, so injected ones don't run. */
function contentPolicy(nonce: string, development: boolean): string {
  // The development server evaluates code and injects its own styles; a built one does neither.
  const script = development ? " 'unsafe-eval'" : ''
  const style = development ? "'unsafe-inline'" : `'nonce-${nonce}'`
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${script}`,
    `style-src 'self' ${style}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** Pages whose address is itself a key, or that a key has opened: their address goes to nobody. */
const isPrivateAddress = (path: string) => /^\/(r|my)(\/|$)/.test(path)

/** Files that are the same for everybody and hold nothing; the framework or the file itself says how long they keep. */
const isStatic = (path: string) =>
  path.startsWith('/_next/static/') || path === '/icon.svg' || path === '/robots.txt'

function headersFor(path: string, policy: string, secure: boolean): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': isPrivateAddress(path) ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // Over plain http a browser ignores it, but a forgotten one would lock a test host's other ports out.
    ...(secure ? { 'strict-transport-security': 'max-age=63072000' } : {}),
    // The start page is the same for everybody, so going back to it may be instant.
    ...(isStatic(path) ? {} : { 'cache-control': path === '/' ? 'private, no-cache' : 'private, no-store' }),
  }
}

/** Gives each answer its headers, and tells the page its nonce by the request's copy of the policy. */
export function proxy(request: NextRequest): NextResponse {
  const { appUrl, nodeEnv } = env()
  const policy = contentPolicy(randomBytes(16).toString('base64'), nodeEnv === 'development')
  const inward = new Headers(request.headers)
  inward.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers: inward } })
  const headers = headersFor(request.nextUrl.pathname, policy, appUrl.startsWith('https:'))
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}
