import type { Database } from '../database/client'
import { readCheckpointLines } from './checkpoint-file'
import {
  type AnyCheckpoint,
  type Checkpoint,
  type FormerCheckpoint,
  isNumbered,
  judgeCheckpoints,
} from './checkpoint-line'
import { rememberedCheckpoints } from './checkpoint-memory'
import type { Findings } from './findings'

/** A numbered checkpoint with a valid signature, and where it was found. */
export interface Known {
  checkpoint: Checkpoint
  inFile: boolean
  inDatabase: boolean
}

export interface KnownCheckpoints {
  /** Unnumbered lines of the file with a valid signature: written before the database remembered any. */
  former: FormerCheckpoint[]
  /** By number, in order. */
  numbered: Map<number, Known>
  /** What keeps the file from being read; undefined where nothing does. */
  unreadable: 'missing' | 'unreadable' | undefined
  /** Whether an accepted restore left this number aside. */
  isLeftAside: (number: number) => boolean
  /** Accepted restores. */
  accepted: number
}

const at = (line: number) => `checkpoint file, line ${line + 1}`
const remembered = (number: number) => `checkpoint ${number} in the database`

/**
 * Reads what is known of checkpoints in both places and names what is unreadable, unsigned or contradictory. The database is read
 * first and again: a checkpoint is written into the file before the database knows it.
 */
export async function knownCheckpoints(
  file: string,
  key: Uint8Array,
  db: Database,
  findings: Findings,
): Promise<KnownCheckpoints> {
  const before = await rememberedCheckpoints(db)
  const lines = await readCheckpointLines(file).catch(() => 'unreadable' as const)
  const inFile = Array.isArray(lines) ? lines : []
  // What both places were given since the file was read is for the next look.
  const highest = inFile.reduce(
    (most, line) => (line && isNumbered(line) ? Math.max(most, line.number) : most),
    0,
  )
  const since = await rememberedCheckpoints(db, before.at(-1)?.number)
  const rows = [...before, ...since.filter(({ number }) => number <= highest)]
  const judge = judgeCheckpoints(key)
  const judged = inFile.map(line => ({ line, verdict: line && judge(line) }))
  const judgedRows = rows.map(row => ({ row, verdict: judge(row) }))

  const isRestart = (line: AnyCheckpoint): line is Checkpoint => isNumbered(line) && line.accepted
  const restarts = [
    ...judged.flatMap(({ line, verdict }) => (line && verdict === 'signed' && isRestart(line) ? [line] : [])),
    ...judgedRows.flatMap(({ row, verdict }) => (verdict === 'signed' && row.accepted ? [row] : [])),
  ]
  const isLeftAside = (number: number) =>
    restarts.some(({ after, number: restart }) => after < number && number < restart)
  const lastRestart = judged.findLastIndex(
    ({ line, verdict }) => line !== null && verdict === 'signed' && isRestart(line),
  )

  const former: FormerCheckpoint[] = []
  const found = new Map<number, Known>()
  const foreign: string[] = []
  const meet = (checkpoint: Checkpoint, place: 'inFile' | 'inDatabase', where: string) => {
    const known = found.get(checkpoint.number)
    if (known && known.checkpoint.signature !== checkpoint.signature) {
      if (!isLeftAside(checkpoint.number)) findings.fault(where, 'another one carries its number')
    } else if (known) known[place] = true
    else found.set(checkpoint.number, { checkpoint, inFile: false, inDatabase: false, [place]: true })
  }
  for (const [place, { line, verdict }] of judged.entries()) {
    if (line && verdict === 'signed') {
      if (isNumbered(line)) meet(line, 'inFile', at(place))
      else former.push(line)
    } else if (place > lastRestart) {
      if (verdict === 'forged') findings.fault(at(place), 'its signature is wrong')
      else if (verdict === 'foreign') foreign.push(at(place))
      else if (place < judged.length - 1) findings.fault(at(place), 'it can’t be read')
      else findings.warn(at(place), 'it is torn; the worker puts it right before it writes the next')
    }
  }
  for (const { row, verdict } of judgedRows) {
    if (verdict === 'signed') meet(row, 'inDatabase', remembered(row.number))
    else if (isLeftAside(row.number)) continue
    else if (verdict === 'forged') findings.fault(remembered(row.number), 'its signature is wrong')
    else foreign.push(remembered(row.number))
  }
  if (foreign[0])
    findings.fault(
      foreign[0],
      `${foreign.length === 1 ? 'it was' : `it and ${foreign.length - 1} more were`} signed with another key than this HABEAS_KEY`,
    )
  const numbered = new Map([...found].sort(([a], [b]) => a - b))
  const accepted = new Set(restarts.map(({ number }) => number)).size
  const unreadable = lines === null ? 'missing' : lines === 'unreadable' ? lines : undefined
  return { former, numbered, unreadable, isLeftAside, accepted }
}
