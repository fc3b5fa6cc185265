import { expect, test } from 'vitest'
import { backOffSeconds, backOffs, PARKED_AFTER } from '@/lib/store/database/back-off'

test('each wait is twice the last, from fifteen seconds to six hours', () => {
  expect([1, 2, 3, 4, 10, 11].map(backOffSeconds)).toEqual([15, 30, 60, 120, 7680, 15_360])
  expect([12, 13, 50, 5000].map(backOffSeconds)).toEqual([21_600, 21_600, 21_600, 21_600])
})

test('a person sees it a little over two hours after the first try', () => {
  const waits = backOffs.slice(0, PARKED_AFTER - 1)
  expect(waits.reduce((sum, seconds) => sum + seconds, 0) / 3600).toBeCloseTo(2.13, 2)
})

test('the waits in order end with the longest', () => {
  expect(backOffs).toEqual(backOffs.map((_, index) => backOffSeconds(index + 1)))
  expect(backOffs.at(-1)).toBe(backOffSeconds(5000))
})
