import { unstable_doesMiddlewareMatch as doesMatch } from 'next/experimental/testing/server'
import { NextRequest } from 'next/server'
import { describe, expect, test, vi } from 'vitest'
import { contentPolicyOf, noContent, PAGE_POLICY_HEADER } from '@/lib/answer-headers'
import { config, proxy } from '@/proxy'

vi.stubEnv('DATABASE_URL', 'postgres://localhost/none')
vi.stubEnv('NEXTAUTH_SECRET', 'b4u1T0nYz7kQeXw2Rj8sLm5vGd3hFp9c')
vi.stubEnv('HABEAS_KEY', Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7 + 3)).toString('base64'))
vi.stubEnv('APP_URL', 'https://privacy.test')
vi.stubEnv('NODE_ENV', 'production')

const answer = (path: string) => proxy(new NextRequest(`https://privacy.test${path}`)).headers
const policy = (path: string) => answer(path).get(PAGE_POLICY_HEADER) ?? ''

describe('what every answer carries', () => {
  test.each(['/', '/requests', '/r/abc', '/my/abc', '/api/v1/requests', '/nowhere'])('%s', path => {
    const headers = answer(path)
    expect(policy(path)).toContain("frame-ancestors 'none'")
    expect(policy(path)).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })
  test('a nonce of its own, for scripts and for styles', () => {
    const nonces = [policy('/'), policy('/')].map(text =>
      [...text.matchAll(/'nonce-([^']{24})'/g)].map(match => match[1]),
    )
    const [first, second] = nonces
    expect(first).toHaveLength(2)
    expect(new Set(first).size).toBe(1)
    expect(first?.[0]).not.toBe(second?.[0])
  })
  test('a visitor cannot choose the nonce that the page is told', () => {
    const headers = { 'content-security-policy': "script-src 'nonce-mine'" }
    const told = proxy(new NextRequest('https://privacy.test/', { headers })).headers
    expect(told.get('x-middleware-request-content-security-policy')).toBe(told.get(PAGE_POLICY_HEADER))
    expect(told.get('content-security-policy'), 'not yet known to be a page').toBeNull()
  })
})

describe('the policy that leaves', () => {
  const page = "default-src 'self'; script-src 'nonce-x'"
  test('is a page’s for pages only', () => {
    for (const type of ['text/html', 'text/html; charset=utf-8', 'TEXT/HTML', 'text/x-component'])
      expect(contentPolicyOf({ type, page }), type).toBe(page)
    for (const type of [
      'text/csv',
      'application/json',
      'application/atom+xml',
      'text/htmlx',
      'image/svg+xml',
      '',
    ])
      expect(contentPolicyOf({ type, page }), type).toBe(noContent)
    expect(contentPolicyOf({ page }), 'a redirect').toBe(noContent)
    expect(contentPolicyOf({ type: 'text/html' }), 'a page that the proxy has no part in').toBe(noContent)
  })
  test('is an answer’s own where it has one, also where that is a page', () => {
    expect(contentPolicyOf({ type: 'text/html', own: 'sandbox', page })).toBe('sandbox')
    expect(contentPolicyOf({ type: 'application/pdf', own: 'sandbox', page })).toBe('sandbox')
  })
})

describe('what depends on the address', () => {
  test('no page but the start page may be kept', () => {
    expect(answer('/requests').get('cache-control')).toBe('private, no-store')
    expect(answer('/api/v1/requests').get('cache-control')).toBe('private, no-store')
    expect(answer('/').get('cache-control')).toBe('private, no-cache')
    expect(answer('/usage-data/changes.atom').get('cache-control')).toBe('no-cache')
    expect(answer('/_next/static/chunks/a.js').get('cache-control')).toBeNull()
  })
  test('an address that is a key is told to nobody', () => {
    expect(answer('/r/abc').get('referrer-policy')).toBe('no-referrer')
    expect(answer('/my/abc').get('referrer-policy')).toBe('no-referrer')
    expect(answer('/usage-data/subscription/abc').get('referrer-policy')).toBe('no-referrer')
    expect(answer('/set-password').get('referrer-policy')).toBe('no-referrer')
    expect(answer('/usage-data').get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(answer('/requests').get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(answer('/requests/r/x').get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  })
})

test('it stays out of the way of addresses that take files or events, and of no others', () => {
  const goesThrough = (url: string) => doesMatch({ config, nextConfig: {}, url })
  for (const path of [
    '/',
    '/requests',
    '/my/request',
    '/my/request/files/x',
    '/files/x',
    '/api/v1/requests',
    '/profiles',
    '/icon.svg',
    '/x/i',
    '/settings/i',
  ])
    expect(goesThrough(path), path).toBe(true)
  for (const path of [
    '/api/v1/tasks/x/files',
    '/api/v1/requests/x/files',
    '/request/proofs/files',
    '/my/request/documents/files',
    '/i',
    '/com.snowplowanalytics.snowplow/tp2',
  ])
    expect(goesThrough(path), path).toBe(false)
})
