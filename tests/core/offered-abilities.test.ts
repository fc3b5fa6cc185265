import { describe, expect, test } from 'vitest'
import { taskPlans } from '@/lib/core/handbook/tasks/index'
import type { Ability, StepAct } from '@/lib/core/systems/names'
import { systemKinds } from '@/lib/systems'

const kinds = [...systemKinds]
const called = [...taskPlans.values()].flatMap(({ doneBy, steps }) =>
  [doneBy, ...steps.map(step => step.doneBy)].flatMap(by => (by ? [by.act] : [])),
)

/** Acts that an ability stands for; the other abilities are no steps. */
const actsOf: Readonly<Partial<Record<Ability, readonly StepAct[]>>> = {
  erase: ['delete-account', 'delete-support-user', 'delete-customer', 'erase-marketing', 'delete-forum-user'],
  export: ['export-projects'],
  store: ['store-deletion-list'],
}

describe.each(kinds)('%s offers nothing that nothing calls', (_key, kind) => {
  test.each(Object.entries(actsOf))('it can %s exactly if it has an act for that', (ability, acts) => {
    expect(kind.abilities.some(has => has === ability)).toBe(acts.some(act => kind.acts.includes(act)))
  })
  test('each of its acts is a step of some task', () => {
    for (const act of kind.acts) expect(called).toContain(act)
  })
})
