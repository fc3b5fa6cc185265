import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { answerHeaders, PAGE_POLICY_HEADER } from '@/lib/answer-headers'
import { ASKED_ADDRESS_HEADER, askedAddress } from '@/lib/auth/asked-address'
import { env } from '@/lib/env'

/*
 * Headers that keep a browser on our side. Runs before every answer and only that: who may see or do what is decided in
 * the door and in every read, never here.
 */

/** Same-origin everything; scripts and styles carry this answer's nonce, so injected ones don't run. */
function contentPolicy(nonce: string, development: boolean, leadsTo: string): string {
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
    `form-action 'self'${leadsTo}`,
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** The one place outside to which a form of ours leads, without script: the provider of single sign-on, from where people sign in. */
function formsLeadTo(pathname: string): string {
  const { oidc } = env()
  return oidc && /^\/(sign-in|account\/confirm)$/.test(pathname) ? ` ${new URL(oidc.issuer).origin}` : ''
}

/**
 * Gives each answer its headers, and tells the page its nonce by the request's copy of the policy. Whether the answer will be
 * a page isn't known yet, so its policy goes to the web server, which gives it to pages only.
 */
export function proxy(request: NextRequest): NextResponse {
  const { appUrl, nodeEnv } = env()
  const nonce = randomBytes(16).toString('base64')
  const leadsTo = formsLeadTo(request.nextUrl.pathname)
  const policy = contentPolicy(nonce, nodeEnv === 'development', leadsTo)
  const inward = new Headers(request.headers)
  inward.set('content-security-policy', policy)
  inward.set(ASKED_ADDRESS_HEADER, askedAddress(request.nextUrl))
  const response = NextResponse.next({ request: { headers: inward } })
  response.headers.set(PAGE_POLICY_HEADER, policy)
  const headers = answerHeaders(request.nextUrl.pathname, appUrl.startsWith('https:'))
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/**
 * Everything but addresses that take files, since the framework would hold what they are sent in memory, twice, and cut it
 * off (our web server gives those their headers), and those that trackers send to, which have headers of their own.
 */
export const config = { matcher: ['/((?!.*/files$|i$|com\\.snowplowanalytics\\.snowplow/tp2$).*)'] }
