import { describe, expect, it } from 'vitest'
import { askedAddress, comeBackTo, signInPage } from '@/lib/auth/asked-address'

const asked = (path: string) => askedAddress(new URL(path, 'https://desk.example'))

describe('signing in', () => {
  it.each(['/requests/new?type=data-export', '/audit?actor=a&before=7', '/tasks'])(
    'leads back to %s',
    address => {
      const [path = ''] = address.split('?')
      expect(comeBackTo(path, asked(address))).toBe(address)
    },
  )
  it('leads to the page alone where something else was asked for', () => {
    expect(comeBackTo('/reports', asked('/reports/ccpa?year=2026'))).toBe('/reports')
    expect(comeBackTo('/reports', null)).toBe('/reports')
    expect(comeBackTo('/tasks', '/tasks?\\evil.example')).toBe('/tasks')
  })
  it('says that a session has ended only to somebody who had one', () => {
    expect(signInPage('/tasks?a=b', true)).toBe('/sign-in?next=%2Ftasks%3Fa%3Db&did=ended')
    expect(signInPage('/tasks', false)).toBe('/sign-in?next=%2Ftasks')
  })
  it('forgets what the framework asks in the background', () => {
    expect(asked('/requests?view=mine&_rsc=1a2b3')).toBe('/requests?view=mine')
  })
})
