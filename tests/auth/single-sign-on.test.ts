import { describe, expect, test } from 'vitest'
import { askAgain, vouchedFor } from '@/lib/auth/single-sign-on'
import { singleSignOnFault } from '@/lib/auth/single-sign-on-fault'

const provider = {
  issuer: 'https://login.corp.example/',
  rolesClaim: 'groups',
  roles: [{ group: 'support', role: 'support-engineer' as const }],
}
const claims = {
  iss: 'https://login.corp.example',
  sub: '0042',
  email: 'robin@corp.example',
  email_verified: true,
  groups: ['support'],
}

describe('for whom a provider vouches', () => {
  test('is known by issuer and subject; a slash at the issuer’s end makes no other', () => {
    expect(vouchedFor(claims, provider)).toMatchObject({
      issuer: 'https://login.corp.example',
      subject: '0042',
      role: 'support-engineer',
    })
  })
  test('is nobody under another issuer than the one that was set, or without a subject', () => {
    for (const wrong of [{ iss: 'https://login.evil.example' }, { iss: undefined }, { sub: '' }, { sub: 42 }])
      expect(vouchedFor({ ...claims, ...wrong }, provider)).toBeNull()
  })
  test('has the address of the login where no other is told, and that one was never verified', () => {
    const { email: _email, ...without } = claims
    expect(vouchedFor({ ...without, preferred_username: 'robin@corp.example' }, provider)).toMatchObject({
      email: 'robin@corp.example',
      isEmailVerified: false,
    })
    expect(vouchedFor({ ...without, preferred_username: 'robin' }, provider)).toMatchObject({ email: null })
  })
  test('proved who they are when the provider says so, in numbers; otherwise it is not known', () => {
    expect(vouchedFor({ ...claims, auth_time: 1_764_489_600 }, provider)?.authenticatedAt).toEqual(
      new Date('2025-11-30T08:00:00Z'),
    )
    for (const auth_time of [
      undefined,
      null,
      '1764489600',
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -1,
      1e18,
      {},
    ])
      expect(vouchedFor({ ...claims, auth_time }, provider)?.authenticatedAt).toBeNull()
  })
  test('is verified only where the provider says so, as a truth rather than a word', () => {
    expect(vouchedFor({ ...claims, email_verified: 'true' }, provider)?.isEmailVerified).toBe(false)
  })
})

describe('to confirm, the provider', () => {
  test('is asked to have somebody sign in anew', () => {
    expect(askAgain({ confirm: 'login' })).toEqual({ prompt: 'login', max_age: '0' })
  })
  test('that can’t do that is asked to let them choose their account, which Google takes', () => {
    expect(askAgain({ confirm: 'return' })).toEqual({ prompt: 'select_account' })
  })
})

describe('what went wrong is named, and never quoted', () => {
  const error = (message: string, more: object = {}) => Object.assign(new Error(message), more)
  test.each([
    [error('connect ECONNREFUSED 127.0.0.1:1', { code: 'ECONNREFUSED' }), 'unreachable'],
    [error('outgoing request timed out after 8000ms'), 'unreachable'],
    [error('expected 200 OK, got: 503 Service Unavailable'), 'unreachable'],
    [error('nonce mismatch, expected x, got: y'), 'wrong-nonce'],
    [error('unexpected iss value, expected x, got: y'), 'wrong-issuer'],
    [error('aud mismatch, expected x, got: y'), 'wrong-audience'],
    [error('failed to validate JWT signature'), 'wrong-signature'],
    [error('unexpected JWT alg received, expected RS256, got: none'), 'wrong-signature'],
    [error('id_token expired, now 2, exp 1'), 'expired'],
    [error('State cookie was missing.'), 'expired'],
    [error('state mismatch, expected x, got: y'), 'wrong-state'],
    [error('invalid_grant (grant request is invalid)'), 'expired'],
    [error('access_denied'), 'cancelled'],
    [{ error: error('invalid_client'), providerId: 'oidc' }, 'wrong-settings'],
    [error('robin@corp.example is not welcome'), 'unreadable'],
    ['text', 'unreadable'],
    [undefined, 'unreadable'],
  ])('%s: %s', (thrown, fault) => {
    expect(singleSignOnFault(thrown)).toBe(fault)
  })
})
