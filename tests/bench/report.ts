import { median, type Timings } from './measure'
import { BARE, FIRST_PAGE } from './probes'

/** What the product is held to. */
const GOALS = { growth: 1.3, queueToBare: 2, megabytes: 600 }

export interface Memory {
  web: number | null
  worker: number | null
  database: number | null
}

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`
const number = (value: number, digits: number) => value.toFixed(digits)

function medians(timings: Timings, small: string, large: string) {
  return [...timings].map(([name, places]) => {
    const [few, many] = [median(places.get(small) ?? []), median(places.get(large) ?? [])]
    return { name, small: few, large: many, growth: many / few }
  })
}

/** The whole result as Markdown; its last line says which goals hold. */
export function report(timings: Timings, small: string, large: string, memory: Memory): string {
  const rows = medians(timings, small, large)
  const bare = rows.find(row => row.name === BARE)
  const queue = rows.find(row => row.name === FIRST_PAGE)
  if (!bare || !queue) throw new Error('the bare page or the queue was not measured')
  const table = [
    row('median, ms', small, large, 'growth', `× bare, ${small}`, `× bare, ${large}`),
    row('---', '--:', '--:', '--:', '--:', '--:'),
    ...rows.map(existing =>
      row(
        existing.name,
        number(existing.small, 1),
        number(existing.large, 1),
        number(existing.growth, 2),
        number(existing.small / bare.small, 2),
        number(existing.large / bare.large, 2),
      ),
    ),
  ]
  const parts = Object.values(memory)
  const together = parts.some(part => part === null)
    ? null
    : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)
  const said = Object.entries({ ...memory, together }).map(
    ([name, size]) => `${name} ${size === null ? 'unknown here' : `${number(size, 0)} MB`}`,
  )
  const slow = rows.filter(row => row.growth > GOALS.growth).map(row => row.name)
  const worst = Math.max(queue.small / bare.small, queue.large / bare.large)
  const goals = [
    `every ratio ≤ ${GOALS.growth}: ${slow.length === 0 ? 'holds' : `MISSED by ${slow.join('; ')}`}`,
    `queue ≤ ${GOALS.queueToBare} × bare page: ${worst <= GOALS.queueToBare ? 'holds' : 'MISSED'} (${number(worst, 2)})`,
    `memory < ${GOALS.megabytes} MB: ${together === null ? 'unknown here' : together < GOALS.megabytes ? 'holds' : 'MISSED'}`,
  ]
  return [...table, '', `Memory at rest: ${said.join(', ')}.`, '', `Goals: ${goals.join(' · ')}`].join('\n')
}
