import { expect, test } from 'vitest'
import { migrationNames } from '@/lib/store/database/migration-names'

/** Both are released, so neither can be renamed: databases remember migrations by name. */
const SAME_NUMBER = ['0008_clocks', '0008_clocks_appeals']

/** Names that share their number with one before them, or have none. */
const unnumbered = (names: readonly string[]) => {
  const seen = new Set<string>()
  return names.filter(name => {
    const number = name.match(/^(\d{4})_[a-z0-9_]+$/)?.[1]
    if (number === undefined || seen.has(number)) return true
    seen.add(number)
    return false
  })
}

test('every migration has a number of its own, in the order in which they are applied', () => {
  const names = migrationNames()
  expect(names).toEqual(expect.arrayContaining(SAME_NUMBER))
  expect(unnumbered(names.filter(name => name !== SAME_NUMBER[1]))).toEqual([])
})

test('a number that is taken, and a name without one, are found', () => {
  expect(unnumbered(['0001_init', '0002_queue', '0002_other', 'loose'])).toEqual(['0002_other', 'loose'])
})
