import { expect, test } from 'vitest'
import { endedVisitCookies, visitCookies } from '@/lib/auth/requester'

test('a visit ends with the browser: at a shared computer, nobody finds the request of who sat there before', () => {
  for (const cookie of visitCookies('secret', true)) {
    expect(cookie).toMatch(/^habeas_request=secret; Path=\/(my|r); HttpOnly; SameSite=Lax; Secure$/)
    expect(cookie).not.toMatch(/Max-Age|Expires/i)
  }
  for (const cookie of endedVisitCookies(false)) expect(cookie).toMatch(/^habeas_request=; .*; Max-Age=0$/)
})
