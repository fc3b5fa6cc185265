import { expect, test, vi } from 'vitest'
import { loop } from '@/lib/worker/loop'

test('a loop that is stopped tells its round', async () => {
  const told = vi.fn()
  let begin = () => {}
  const begun = new Promise<void>(resolve => {
    begin = resolve
  })
  const round = (signal: AbortSignal) =>
    new Promise<void>(resolve => {
      signal.addEventListener('abort', () => resolve())
      begin()
    }).then(told)
  const endless = loop('endless', 1, round, 0)
  await begun
  await endless.stop()
  expect(told).toHaveBeenCalledTimes(1)
})
