import { expect, test } from 'vitest'
import fc, { chosenSeed, seedOf } from '@/tests/support/property'
import { sourceFiles } from '@/tests/support/source'

const [a, b] = [
  { path: 'lib/a.ts', text: 'a' },
  { path: 'lib/b.ts', text: 'b' },
]

test('the same product is walked the same way everywhere, another product another way', () => {
  expect(seedOf([a, b])).toBe(seedOf([b, a]))
  for (const other of [[a], [a, { ...b, text: 'c' }], [a, { ...b, path: 'lib/c.ts' }], []])
    expect(seedOf(other)).not.toBe(seedOf([a, b]))
  const walked = () => fc.sample(fc.integer(), 5)
  expect(walked()).toEqual(walked())
})

test('the environment may choose a seed, or leave it to chance', () => {
  const own = () => 7
  expect([undefined, '', '12', '-12', 'any'].map(asked => chosenSeed(asked, own))).toEqual([
    7,
    7,
    12,
    -12,
    undefined,
  ])
  expect(() => chosenSeed('12 monkeys', own)).toThrow('SEED is a whole number or “any”')
})

test('no test of properties leaves its seed to chance by itself', () => {
  const importing = sourceFiles().filter(({ imports }) =>
    imports.some(({ specifier, typesOnly }) => specifier === 'fast-check' && !typesOnly),
  )
  expect(importing.map(({ path }) => path)).toEqual(['tests/support/property.ts'])
})
