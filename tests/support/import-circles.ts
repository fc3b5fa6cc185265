import type { SourceFile } from './source'

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']

interface Step {
  from: SourceFile
  to: SourceFile
  line: number
}

/**
 * Circles of imports among the files, type imports included: the shortest first, and none that shares a
 * file with one before it. Each file has the line that imports the next.
 */
export function importCircles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map(file => [file.path, file]))
  const stepsFrom = new Map(
    files.map(from => [
      from,
      from.imports.flatMap(({ path, line }): Step[] => {
        const to = ENDINGS.map(ending => byPath.get(`${path}${ending}`)).find(Boolean)
        return to && to !== from ? [{ from, to, line }] : []
      }),
    ]),
  )
  const ways = files
    .map(file => shortestWayRound(file, stepsFrom))
    .filter(way => way !== null)
    .toSorted((a, b) => a.length - b.length)
  const told = new Set<SourceFile>()
  return ways.flatMap(way => {
    if (way.some(step => told.has(step.from))) return []
    for (const { from } of way) told.add(from)
    const stops = way.map(({ from, line }) => `${from.path}:${line}`)
    const again = way[0]?.from.path
    return `${[...stops, again].join(' → ')}. Name the type that they share in a file below both, or look it up from above.`
  })
}

function shortestWayRound(
  start: SourceFile,
  stepsFrom: ReadonlyMap<SourceFile, readonly Step[]>,
): Step[] | null {
  const arrivedBy = new Map<SourceFile, Step>()
  const waiting = [start]
  for (const file of waiting)
    for (const step of stepsFrom.get(file) ?? []) {
      if (arrivedBy.has(step.to)) continue
      arrivedBy.set(step.to, step)
      if (step.to === start) return wayBack(start, arrivedBy)
      waiting.push(step.to)
    }
  return null
}

function wayBack(start: SourceFile, arrivedBy: ReadonlyMap<SourceFile, Step>): Step[] {
  const way: Step[] = []
  let step = arrivedBy.get(start)
  while (step) {
    way.unshift(step)
    step = step.from === start ? undefined : arrivedBy.get(step.from)
  }
  return way
}
