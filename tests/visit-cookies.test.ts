import { describe, expect, test } from 'vitest'
import { publicCookie } from '@/lib/auth/public-cookie'
import { endedVisitCookies, visitCookies, visitIn } from '@/lib/auth/requester'

/** What a browser keeps of `Set-Cookie` headers, by name and path. */
function browser(...answers: string[][]) {
  const kept = new Map<string, string>()
  for (const header of answers.flat()) {
    const [pair = '', ...attributes] = header.split('; ')
    const [name = '', value = ''] = pair.split('=')
    const path = attributes.find(attribute => attribute.startsWith('Path='))
    if (attributes.includes('Max-Age=0')) kept.delete(`${name} ${path}`)
    else kept.set(`${name} ${path}`, value)
  }
  return kept
}

describe('a visit', () => {
  test('ends with the browser: at a shared computer, nobody finds the request of who sat there before', () => {
    const set = visitCookies('secret', true).filter(cookie => !cookie.includes('Max-Age=0'))
    expect(set).toHaveLength(2)
    for (const cookie of set) {
      expect(cookie).toMatch(
        /^__Secure-habeas_request=secret; Path=\/(my|r); HttpOnly; SameSite=Lax; Secure$/,
      )
      expect(cookie).not.toMatch(/Max-Age|Expires/i)
    }
    for (const cookie of endedVisitCookies(false)) expect(cookie).toMatch(/^habeas_request=; .*Max-Age=0/)
  })
  test('from before its cookie had its present name lasts, and doesn’t come back once it has ended', () => {
    expect(visitIn('a=b; habeas_request=old', true)).toBe('old')
    expect(visitIn('habeas_request=old; __Secure-habeas_request=new', true)).toBe('new')
    expect(visitIn('xhabeas_request=x; habeas_requests=y', true)).toBeUndefined()
    const old = visitCookies('old', false)
    expect([...browser(old, visitCookies('new', true)).values()]).toEqual(['new', 'new'])
    expect(browser(old, endedVisitCookies(true)).size).toBe(0)
  })
})

describe('a cookie of the public side', () => {
  test('has a name over https that only its own site can set, and a plain one over http', () => {
    for (const header of publicCookie('habeas_draft', ['/request'], true).set('x'))
      expect(header).toMatch(/^(__Secure-habeas_draft=x|habeas_draft=; .*Max-Age=0).*; Secure$/)
    expect(publicCookie('habeas_draft', ['/request'], false).set('x')).toEqual([
      'habeas_draft=x; Path=/request; HttpOnly; SameSite=Lax',
    ])
  })
  test('isn’t read under its secure name over plain http', () => {
    expect(
      publicCookie('habeas_draft', ['/request'], false).valueIn('__Secure-habeas_draft=x'),
    ).toBeUndefined()
    expect(publicCookie('habeas_draft', ['/request'], false).valueIn(null)).toBeUndefined()
  })
})
