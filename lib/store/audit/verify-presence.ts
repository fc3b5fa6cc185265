import type { Findings } from './findings'
import type { KnownCheckpoints } from './known-checkpoints'

/** Numbers in words, runs of them together: "4, 7 to 9". */
function runs(numbers: readonly number[]): string {
  const found: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last?.to === number - 1) last.to = number
    else found.push({ from: number, to: number })
  }
  const words = found.map(({ from, to }) => (from === to ? String(from) : `${from} to ${to}`))
  return `${numbers.length === 1 ? 'checkpoint' : 'checkpoints'} ${words.slice(0, 20).join(', ')}${words.length > 20 ? ' …' : ''}`
}

export interface Presence {
  /** Numbers that only the file has, in order. The newest alone may be on its way into the database. */
  onlyInFile: number[]
  /** Every number that is missing somewhere, the unnumbered lines counted from 1. */
  missing: ReadonlySet<number>
}

/** Whether each number up to the newest is in the file and in the database: what one forgets, the other remembers. */
export function verifyPresence(known: KnownCheckpoints, findings: Findings): Presence {
  const { former, numbered, unreadable, isLeftAside } = known
  const numbers = [...numbered.keys()]
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (first === undefined || last === undefined) return { onlyInFile: [], missing: new Set() }
  const gone = { file: [] as number[], database: [] as number[], both: [] as number[] }
  for (let number = former.length + 1; number < first; number++)
    if (!isLeftAside(number)) gone.file.push(number)
  for (let number = first; number <= last; number++) {
    const at = numbered.get(number)
    if (isLeftAside(number) || (at?.inFile && at.inDatabase)) continue
    gone[at?.inFile ? 'database' : at ? 'file' : 'both'].push(number)
  }
  const where = 'checkpoint file'
  const isEmpty = former.length === 0 && !numbers.some(number => numbered.get(number)?.inFile)
  if (gone.file.length > 0 && isEmpty)
    findings.fault(
      where,
      `it is ${unreadable ?? 'empty'}, though the database remembers ${numbered.size} checkpoints`,
    )
  else if (gone.file.length > 0)
    findings.fault(
      where,
      `${runs(gone.file)} that the database remembers ${gone.file.length === 1 ? 'is' : 'are'} missing`,
    )
  if (gone.both.length > 0)
    findings.fault(
      'checkpoints',
      `${runs(gone.both)} ${gone.both.length === 1 ? 'is' : 'are'} missing in the file and in the database`,
    )
  return { onlyInFile: gone.database, missing: new Set([...gone.file, ...gone.database, ...gone.both]) }
}
