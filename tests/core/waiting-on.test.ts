import { describe, expect, it } from 'vitest'
import { waitingOn } from '@/lib/core/machine/waiting-on'
import { situations } from './situations'

describe('whose turn it is', () => {
  it.each(situations)('%s: %s', (_what, turn, make) => {
    expect(waitingOn(make().request)).toBe(turn)
  })
})
