import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LineChart, type Point } from '@/components/chart/line-chart'
import { runs, ticks } from '@/components/chart/scale'

const points: Point[] = [10, 20, null, 40, undefined, 37].map((value, at) => ({
  day: `2026-01-0${at + 1}`,
  value,
}))
const drawn = renderToStaticMarkup(
  <LineChart
    id="c"
    title="People a day"
    points={points}
    target={{ value: 30, words: 'at least 30' }}
    hiddenWords="fewer than 5"
  />,
)

test('an axis has few round numbers, from zero to no less than the highest figure', () => {
  expect(ticks(0)).toEqual([0, 1])
  expect(ticks(3)).toEqual([0, 1, 2, 3])
  expect(ticks(313)).toEqual([0, 100, 200, 300, 400])
  for (let most = 0; most < 5000; most += 7) {
    const scale = ticks(most)
    expect(scale.length).toBeLessThanOrEqual(6)
    expect(scale.at(-1)).toBeGreaterThanOrEqual(most)
  }
})

test('no line goes over a day that is not shown', () => {
  expect(runs([10, 20, null, 40, null]).map(run => run.map(item => item.at))).toEqual([[0, 1], [3]])
  const lines = [...drawn.matchAll(/d="([^"]+)"[^>]*fill-none/g)].map(([, path]) => path)
  expect(lines).toEqual(['M0,75L1,50', 'M3,0h0', 'M5,7.5h0'])
})

test('says in words what it draws, and the table has the same figures', () => {
  expect(drawn).toContain('aria-labelledby="c-title c-desc"')
  expect(drawn).toContain(
    'Between 10 and 40, at last 37. Target: at least 30. On 1 day not shown: fewer than 5.',
  )
  const rows = [...drawn.matchAll(/<th scope="row">([^<]+)<\/th><td>([^<]+)/g)].map(([, day, words]) => [
    day,
    words,
  ])
  expect(rows).toEqual([
    ['6 Jan 2026', '37'],
    ['4 Jan 2026', '40'],
    ['3 Jan 2026', 'fewer than 5'],
    ['2 Jan 2026', '20'],
    ['1 Jan 2026', '10'],
  ])
})

test('needs no script and no style of its own', () => {
  expect(drawn).not.toMatch(/<script|style=|#[0-9a-f]{3,6}"|rgb/)
})
