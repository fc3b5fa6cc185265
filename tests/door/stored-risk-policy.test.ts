import { expect, it } from 'vitest'
import { defaultRiskPolicy } from '@/lib/core/risk/policy'
import { transaction } from '@/lib/store/database/client'
import { insertRiskPolicy } from '@/lib/store/settings/risk-policies'
import { aWorld, riskyAccount } from '../factories/world'

const world = await aWorld()

it('a signal that came after the stored policy counts, and the stored rating says that it wasn’t set', async () => {
  const { 'no-two-factor': _later, ...known } = defaultRiskPolicy.signals
  await transaction(tx =>
    insertRiskPolicy(tx, { ...defaultRiskPolicy, signals: known }, { note: 'Before', madeById: null }),
  )
  const { reference } = await world.begin({ ...riskyAccount, twoFactor: false })
  const rating = (await world.get(reference)).ratings.at(-1)
  expect(rating).toMatchObject({ policyVersion: 2 })
  const byDefault = rating?.signals.filter(signal => signal.byDefault)
  expect(byDefault).toEqual([
    { key: 'no-two-factor', points: 15, why: 'Two-factor authentication is off.', byDefault: true },
  ])
})
