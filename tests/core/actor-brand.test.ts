import { expect, expectTypeOf, it } from 'vitest'
import type { Actor, StaffActor } from '@/lib/core/people/actor'
import { systemActor } from '@/lib/core/people/make-actor'
import { priya } from './cast'

// The types are tried by the compiler: `npm run check` fails on this file when an actor can be written by hand.
it('can’t be written by hand, nor copied with another role', () => {
  expectTypeOf<{ kind: 'system' }>().not.toExtend<Actor>()
  expectTypeOf<{ kind: 'requester'; requestId: string }>().not.toExtend<Actor>()
  expectTypeOf<{ kind: 'staff'; id: string; role: 'privacy'; via: 'browser' }>().not.toExtend<Actor>()
  const copy = { ...priya, role: 'admin' as const }
  expectTypeOf(copy).not.toExtend<StaffActor>()
  expectTypeOf(priya).toExtend<Actor>()
})

it('holds nothing but what the log may say of it', () => {
  expect(JSON.stringify([systemActor(), priya])).toBe(
    '[{"kind":"system"},{"id":"priya","role":"privacy","via":"browser","kind":"staff"}]',
  )
})
