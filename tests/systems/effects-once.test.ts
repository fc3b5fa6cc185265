import { expect, test } from 'vitest'
import type { EffectPlan, Look } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import { MemoryLedger } from '@/tests/support/stand-ins/ledger'

/** An act that loses its answer the first time, and then does as told; `calls` are the ids that it was called with. */
function losing(look?: Look) {
  const calls: string[] = []
  const plan: EffectPlan = {
    what: 'delete-user',
    target: '7',
    before: 'active',
    act: async id => {
      calls.push(id)
      if (calls.length === 1) throw new SystemFailure('timeout', 'No answer came.', { mayHaveActed: true })
      return 'deleted'
    },
    ...(look && { look: async () => look }),
  }
  return { calls, plan }
}

async function afterLoss(plan: EffectPlan) {
  const ledger = new MemoryLedger()
  await expect(ledger.once(plan)).rejects.toMatchObject({ reason: 'timeout' })
  expect(ledger.records).toMatchObject([{ state: 'begun', before: 'active' }])
  return ledger
}

test('what is found to have happened isn’t done again', async () => {
  const { calls, plan } = losing({ is: 'done', result: 'gone' })
  const ledger = await afterLoss(plan)
  expect(await ledger.once(plan)).toMatchObject({ state: 'done', result: 'gone', before: 'active' })
  expect(calls).toHaveLength(1)
})

test('what can’t be told yet isn’t done again, and is asked again later', async () => {
  const { calls, plan } = losing({ is: 'unknown' })
  const ledger = await afterLoss(plan)
  await expect(ledger.once(plan)).rejects.toMatchObject({ name: 'SystemFailure', isTransient: true })
  expect(calls).toHaveLength(1)
  expect(ledger.records).toMatchObject([{ state: 'begun' }])
})

test.each([
  ['is found not to have happened', { is: 'not-done' } as const],
  ['can be repeated by its id', undefined],
])('what %s is done under the same record', async (_, look) => {
  const { calls, plan } = losing(look)
  const ledger = await afterLoss(plan)
  expect(await ledger.once(plan)).toMatchObject({ state: 'done', result: 'deleted' })
  expect(calls).toEqual(['effect-1', 'effect-1'])
  expect(await ledger.once(plan)).toMatchObject({ state: 'done', result: 'deleted' })
  expect(calls).toHaveLength(2)
})

test('what was refused leaves no record behind', async () => {
  const ledger = new MemoryLedger()
  const act = async () => {
    throw new SystemFailure('forbidden', 'It is forbidden.')
  }
  await expect(ledger.once({ what: 'delete-user', target: '7', act })).rejects.toMatchObject({
    reason: 'forbidden',
  })
  expect(ledger.records).toEqual([])
})
