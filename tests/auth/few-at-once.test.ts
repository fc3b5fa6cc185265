import { expect, test } from 'vitest'
import { FewAtOnce, LineFull } from '@/lib/auth/few-at-once'
import { troubleOf } from '@/lib/trouble'

/** Work that ends when it is told to. */
function held() {
  let end = () => {}
  const ended = new Promise<void>(resolve => {
    end = resolve
  })
  return { work: () => ended, end }
}

test('a few run, some wait for their turn, and nobody more is taken', async () => {
  const line = new FewAtOnce({ atOnce: 2, mostWaiting: 2 })
  const begun: number[] = []
  const works = [held(), held(), held(), held()]
  const runs = works.map(({ work }, at) =>
    line.run(async () => {
      begun.push(at)
      await work()
      return at
    }),
  )
  await expect(line.run(async () => 9)).rejects.toThrow(LineFull)
  expect(begun).toEqual([0, 1])
  works[1]?.end()
  await runs[1]
  for (const { end } of works) end()
  expect(await Promise.all(runs)).toEqual([0, 1, 2, 3])
  expect(begun).toEqual([0, 1, 2, 3])
  expect(await line.run(async () => 9)).toBe(9)
})

test('work that fails leaves its place', async () => {
  const line = new FewAtOnce({ atOnce: 1, mostWaiting: 1 })
  const failing = line.run(() => Promise.reject(new Error('no')))
  const behind = line.run(async () => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await behind).toBe('done')
  expect(await line.run(async () => 'again')).toBe('again')
})

test('a full line is trouble that passes', () => {
  expect(troubleOf(new LineFull())).toBe('not-now')
})
