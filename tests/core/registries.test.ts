import { describe, expect, it } from 'vitest'
import { requestTypes } from '@/lib/core/handbook/request-types/index'
import { requirementsOf } from '@/lib/core/machine/requirements/index'

describe('a request type names its requirements by key', () => {
  it.each([...requestTypes.values()])('$key gets those that carry the keys, in its order', type => {
    expect(requirementsOf(type).map(({ key }) => key)).toEqual(type.requirements)
  })
})
