import type { Database } from '../database/client'
import { type Base, FIRST, fold, rowsById } from './audit-rows'
import type { Findings } from './findings'
import type { KnownCheckpoints } from './known-checkpoints'
import { verifyPresence } from './verify-presence'

/** A checkpoint and the one that it continues: the rows between them are judged by themselves. */
interface Interval {
  from: Base
  to: Base
  at: string
  label: string
  /** What is there. */
  digest: string
  rows: number
}

const ascending = (a: bigint, b: bigint) => (a < b ? -1 : Number(a > b))
const matches = ({ to, rows, digest }: Interval) => rows === to.rows && digest === to.digest

/** Rows that were signed and are gone; where others took their ids meanwhile, all of the interval's. */
const lostOf = (interval: Interval) => {
  const { from, to, rows } = interval
  if (matches(interval)) return 0
  return rows < to.rows ? to.rows - rows : to.rows - from.rows
}

/** Every checkpoint that counts, in order, each with the nearest known one that it continues. */
function intervalsOf({ former, numbered, isLeftAside }: KnownCheckpoints): Interval[] {
  const bases: Base[] = [FIRST]
  const intervals: Interval[] = []
  const add = (to: Base, after: number, at: string, label: string) => {
    if (isLeftAside(to.number)) return
    const from = bases.findLast(base => base.number <= after) ?? FIRST
    intervals.push({ from, to, at, label, digest: from.digest, rows: from.rows })
    bases.push(to)
  }
  for (const [place, { at, rows, digest, through }] of former.entries())
    add({ number: place + 1, rows, digest, through: BigInt(through) }, place, at, `checkpoint of ${at}`)
  for (const [number, { checkpoint }] of numbered) {
    const { at, after, rows, digest, through } = checkpoint
    add({ number, rows, digest, through: BigInt(through) }, after, at, `checkpoint ${number} of ${at}`)
  }
  return intervals
}

/** Reads the rows once, in the order of their ids, and counts and folds those of each interval. */
async function fill(db: Database, intervals: readonly Interval[]): Promise<void> {
  const waiting = intervals.toSorted((a, b) => ascending(a.from.through, b.from.through))
  let next = 0
  let open: Interval[] = []
  for await (const batch of rowsById(db, waiting[0]?.from.through ?? 0n))
    for (const { id, hash } of batch) {
      for (let begun = waiting[next]; begun && begun.from.through < id; begun = waiting[++next])
        open.push(begun)
      if (open.some(({ to }) => to.through < id)) open = open.filter(({ to }) => to.through >= id)
      for (const interval of open) {
        interval.digest = fold(interval.digest, hash)
        interval.rows += 1
      }
    }
}

export interface Signed {
  /** Checkpoints that count. */
  checkpoints: number
  newest: { number: number; at: string } | null
  /** The highest number that either place knows. */
  highest: number
  /** Every row up to this id is as it was signed, or a fault says otherwise. */
  through: bigint
  /** The newest checkpoint up to which nothing is missing or wrong: an accepted restore continues it. */
  sound: Base
  /** Rows, at least, that checkpoints signed which only the file has, and that the log lacks. */
  rowsLost: number
}

/** Compares every checkpoint with the rows that it covers. A fault in one ends nothing: the next is judged by its own rows. */
export async function verifySigned(
  db: Database,
  known: KnownCheckpoints,
  findings: Findings,
): Promise<Signed> {
  const { onlyInFile, missing } = verifyPresence(known, findings)
  const intervals = intervalsOf(known)
  await fill(db, intervals)
  const newest = intervals.at(-1)
  // The newest is in the file an instant before it is in the database.
  const [arriving] = onlyInFile
  const isOnItsWay = onlyInFile.length === 1 && newest?.to.number === arriving && newest && matches(newest)
  const forgotten = new Set(isOnItsWay ? [] : onlyInFile)
  let rowsLost = 0
  for (const interval of intervals) {
    const { from, to, label, rows } = interval
    if (forgotten.has(to.number)) rowsLost += lostOf(interval)
    else if (rows !== to.rows)
      findings.fault(
        label,
        `${to.rows - from.rows} rows were signed since the one before, ${rows - from.rows} are there`,
      )
    else if (!matches(interval))
      findings.fault(label, 'the rows since the one before are not the ones that were signed')
  }
  const lost = intervals.filter(({ to }) => forgotten.has(to.number))
  if (lost[0])
    findings.fault(
      'checkpoints',
      `the database does not know ${lost.length} that the file has, from number ${lost[0].to.number} on. ${
        lost.every(matches)
          ? 'The rows that they signed are there'
          : `The log is older than its newest checkpoint by at least ${rowsLost} rows: the database was restored from before ${lost[0].at}, or rows were removed`
      }`,
    )
  const isSound = (interval: Interval) =>
    matches(interval) && (!missing.has(interval.to.number) || (isOnItsWay && interval === newest))
  const firstGap = Math.min(...missing)
  const stop = intervals.findIndex(interval => !isSound(interval) || interval.to.number > firstGap)
  const throughs = intervals
    .flatMap(interval => (matches(interval) ? [interval.to.through] : []))
    .toSorted(ascending)
  return {
    checkpoints: intervals.length,
    newest: newest ? { number: newest.to.number, at: newest.at } : null,
    highest: Math.max(known.former.length, ...[...known.numbered.keys()].slice(-1)),
    through: throughs.at(-1) ?? 0n,
    sound: (stop === -1 ? newest : intervals[stop - 1])?.to ?? FIRST,
    rowsLost,
  }
}
