import { describe, expect, it } from 'vitest'
import { defaultRiskPolicy, type RiskPolicy, settingsOf } from '@/lib/core/risk/policy'
import { rate } from '@/lib/core/risk/rating'
import { signals } from '@/lib/core/risk/signals/index'
import { robin } from './cast'

const now = new Date('2026-06-01T12:00:00Z')
const context = {
  now,
  email: robin.email,
  requestCountry: robin.country,
  otherOpenRequests: 0,
  failedVerifications: 0,
}
const found = (policy: RiskPolicy) =>
  rate({ ...robin, twoFactor: false }, context, policy).signals.find(({ key }) => key === 'no-two-factor')

describe('a signal that came after the policy was made', () => {
  const { 'no-two-factor': _later, ...known } = defaultRiskPolicy.signals
  const older = { ...defaultRiskPolicy, version: 3, signals: known }

  it('counts its usual points, and the rating says that the policy doesn’t set them', () => {
    expect(found(older)).toMatchObject({ points: 15, byDefault: true })
    expect(rate(robin, context, older).policyVersion).toBe(3)
  })
  it('counts what Privacy sets from then on', () => {
    const why = 'Two-factor authentication is off.'
    const own = { ...older, signals: { ...known, 'no-two-factor': { points: 40 } } }
    expect(found(own)).toEqual({ key: 'no-two-factor', points: 40, why })
  })
  it('is listed for the settings like every other', () => {
    const listed = settingsOf({ signals: { 'paid-plan': { points: 1 } } })
    expect(listed.map(({ signal }) => signal)).toEqual(signals)
    expect(listed.filter(({ byDefault }) => !byDefault).map(({ setting }) => setting)).toEqual([
      { points: 1 },
    ])
  })
})
