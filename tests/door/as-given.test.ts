import { expect, test } from 'vitest'
import { aToken, call } from '@/tests/support/api'
import { aWorld } from '../factories/world'

const world = await aWorld()
const token = await aToken('support-engineer')
const seen = async (reference: string) => (await call(`/requests/${reference}`, { token })).body

test('what the person chose is stored and shown as given when the checks and the desk make another type of it', async () => {
  const { reference } = await world.begin({ enterprise: true })
  const given = { givenType: 'individual-deletion', givenSubjectType: 'individual' }
  expect(await seen(reference)).toMatchObject({
    type: 'enterprise-deletion',
    subjectType: 'enterprise',
    ...given,
  })
  const note = 'They meant something else'
  const retyped = await world.run('support-engineer', reference, 'retype', {
    type: 'marketing-deletion',
    note,
  })
  expect(retyped).toMatchObject({ ok: true })
  expect(await seen(reference)).toMatchObject({ type: 'marketing-deletion', ...given })
})
