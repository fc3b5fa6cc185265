import { expect, test } from 'vitest'
import { rolledEvents } from '@/lib/usage-data/figures/rolled'
import { hideSmall, hideSteps } from '@/lib/usage-data/figures/small-groups'
import { indicators } from '@/lib/usage-data/indicators/index'
import fc from '@/tests/support/property'

test('a figure of fewer people than the minimum is hidden, for every metric; one that counts no people is not', () => {
  expect(hideSmall(4, 4, 5)).toBe(null)
  expect(hideSmall(0, 0, 5)).toBe(null)
  expect(hideSmall(900, 4, 5)).toBe(null)
  expect(hideSmall(900, 5, 5)).toBe(900)
  expect(hideSmall(1, null, 5)).toBe(1)
})

test('steps: few people, and few who make the difference', () => {
  expect(hideSteps([100, 60, 4], 5)).toEqual([100, 60, null])
  expect(hideSteps([100, 98, 60], 5)).toEqual([100, null, 60])
  expect(hideSteps([100, 98, 96, 94], 5)).toEqual([100, null, null, 94])
  expect(hideSteps([100, 100, 0], 5)).toEqual([100, null, null])
  expect(hideSteps([3, 2], 5)).toEqual([null, null])
})

test('no two shown steps reveal a small group by their difference, and no hidden one follows from its neighbours', () => {
  const funnel = fc
    .array(fc.nat(60), { minLength: 2, maxLength: 5 })
    .map(counts => counts.toSorted((a, b) => b - a))
  fc.assert(
    fc.property(funnel, fc.integer({ min: 2, max: 20 }), (people, minimum) => {
      const shown = hideSteps(people, minimum)
      const numbers = shown.filter(item => item !== null)
      for (const figure of numbers) expect(figure).toBeGreaterThanOrEqual(minimum)
      for (const figure of numbers)
        for (const other of numbers)
          if (figure > other) expect(figure - other).toBeGreaterThanOrEqual(minimum)
      // Two others would look the same, and differ wherever something is hidden: none follows from what is shown.
      const others = [0, 1].map(less => {
        let last = minimum - 1
        return shown.map(item => {
          if (item === null) return last - less
          last = item
          return item
        })
      })
      for (const other of others)
        expect(hideSteps(other, minimum).map(step => step === null)).toEqual(shown.map(item => item === null))
    }),
    { numRuns: 2000 },
  )
})

test('nothing that people do is shown both by day and over the days together: a hidden day would be what is left', () => {
  const people = new Set(
    rolledEvents()
      .filter(event => event.namesUsers)
      .map(existing => existing.event),
  )
  const ofPeople = indicators.filter(indicator => people.has(indicator.measure.event))
  expect(ofPeople.length).toBeGreaterThan(0)
  for (const { measure } of ofPeople) {
    const spans = ofPeople
      .filter(person => person.measure.event === measure.event && person.measure.count === 'events')
      .map(person => person.measure.over)
    expect(new Set(spans).size, measure.event).toBeLessThanOrEqual(1)
  }
})
