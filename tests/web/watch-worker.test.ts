import { describe, expect, test } from 'vitest'
import { silence } from '@/lib/web/watch-worker'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 12, minutes))
const day = 24 * 60

describe('whether the worker is gone', () => {
  test('not while it speaks, nor while it may be starting again', () => {
    expect(silence(at(59), at(0), at(60))).toBeNull()
    expect(silence(at(58), at(0), at(60))).toBeNull()
  })
  test('when it has been silent for longer, however long', () => {
    expect(silence(at(57), at(0), at(60))).toBe(3 * 60_000)
    expect(silence(at(0), at(0), at(15 * day))).toBe(15 * day * 60_000)
  })
  test('when there has never been one, and not before somebody has listened for a while', () => {
    expect(silence(undefined, at(0), at(1))).toBeNull()
    expect(silence(at(-15 * day), at(0), at(1))).toBeNull()
    expect(silence(undefined, at(0), at(3))).toBe(3 * 60_000)
    expect(silence(at(-15 * day), at(0), at(3))).toBe((15 * day + 3) * 60_000)
  })
})
