import { describe, expect, it } from 'vitest'
import { askedAddress, comeBackTo } from '@/lib/auth/asked-address'

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
  it('forgets what the framework asks in the background', () => {
    expect(asked('/requests?view=mine&_rsc=1a2b3')).toBe('/requests?view=mine')
  })
})
