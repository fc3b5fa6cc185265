import { expect, test } from 'vitest'
import { loop } from '@/lib/worker/loop'
import { spread } from '@/lib/worker/spread'

test('loops begin apart, in even steps, the first at once', () => {
  expect(spread(1, 5000)).toEqual([0])
  expect(spread(4, 5000)).toEqual([0, 400, 800, 1200])
})

test('however many there are, all have begun within their period, and none together', () => {
  for (const count of [12, 25, 100]) {
    const starts = spread(count, 5000)
    expect(new Set(starts).size).toBe(count)
    expect(Math.max(...starts)).toBeLessThan(5000)
  }
})

test('the same loops begin at the same moments every time', () => {
  expect(spread(11, 5000)).toEqual(spread(11, 5000))
})

test('a loop that is stopped before its first round never runs', async () => {
  let rounds = 0
  const later = loop(
    'later',
    0,
    async () => {
      rounds += 1
    },
    60_000,
  )
  await later.stop()
  expect(rounds).toBe(0)
})

test('a loop runs its first round when its time has come, not at once', async () => {
  const seen: string[] = []
  let tell: () => void = () => undefined
  const ran = new Promise<void>(resolve => {
    tell = resolve
  })
  const round = async () => {
    seen.push('round')
    tell()
  }
  const running = loop('later', 60_000, round, 1)
  seen.push('started')
  await ran
  await running.stop()
  expect(seen).toEqual(['started', 'round'])
})
