import { setTimeout as pause } from 'node:timers/promises'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database, type Transaction } from '../database/client'
import { APPENDING, CHECKPOINTING } from './audit'
import { judgeRows } from './audit-keys'
import { type Base, digestRows, FIRST, firstKeyed } from './audit-rows'
import { appendCheckpoint, mendTail, readCheckpointLines } from './checkpoint-file'
import {
  type AnyCheckpoint,
  type Checkpoint,
  isNumbered,
  judgeCheckpoints,
  signCheckpoint,
} from './checkpoint-line'
import { newestRemembered, nextFreeNumber, remember } from './checkpoint-memory'

/** How an attempt ended; `locked` and `appending` name the lock that another session holds. */
export interface Written {
  state: 'written' | 'nothing new' | 'locked' | 'appending'
  /** Rows that it covers and that lack a valid code, though they should have one. */
  unproved: number
}

const TRIES = 20
const BETWEEN_MS = 25
/** An id that the sequence hasn't given yet is somebody's own: taken for the newest, it would cover every row to come. */
const newest = Prisma.sql`
  select max(id) as id, clock_timestamp() as now from audit_entry
  where id <= (select last_value from audit_entry_id_seq)`
type Newest = { id: bigint | null; now: Date }

/**
 * Newest row of which no earlier one can still be on its way: an instant in which nobody appends. It mostly only tries, so that a
 * session that holds the lock for long keeps nobody else waiting behind us.
 */
async function settledThrough(db: Database): Promise<Newest | 'appending'> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await db.$transaction(async tx => {
      const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
        select pg_try_advisory_xact_lock(${APPENDING}::bigint) as mine`
      return lock?.mine ? await tx.$queryRaw<Newest[]>(newest) : []
    })
    if (found[0]) return found[0]
    await pause(BETWEEN_MS)
  }
  try {
    const [found] = await db.$transaction(async tx => {
      await tx.$executeRaw`set local lock_timeout = '500ms'`
      await tx.$executeRaw`select pg_advisory_xact_lock(${APPENDING}::bigint)`
      return await tx.$queryRaw<Newest[]>(newest)
    })
    return found ?? 'appending'
  } catch (error) {
    // 55P03: the lock was not to be had in time.
    if (error instanceof Prisma.PrismaClientKnownRequestError && JSON.stringify(error.meta).includes('55P03'))
      return 'appending'
    throw error
  }
}

const baseOf = ({ number, through, rows, digest }: Checkpoint): Base => ({
  number,
  through: BigInt(through),
  rows,
  digest,
})

/** What the file's unnumbered lines covered, which were written before the database remembered any. */
async function formerBase(file: string, isSigned: (checkpoint: AnyCheckpoint) => boolean): Promise<Base> {
  const lines = (await readCheckpointLines(file)) ?? []
  const former = lines.filter(line => line !== null).filter(line => !isNumbered(line) && isSigned(line))
  const last = former.at(-1)
  return last
    ? { number: former.length, through: BigInt(last.through), rows: last.rows, digest: last.digest }
    : FIRST
}

interface Place {
  file: string
  key: Uint8Array
  /** An accepted restore: what it continues in place of the newest, and the highest number that was ever given. */
  restart?: { base: Base; highest: number } | undefined
}

async function write({ file, key, restart }: Place, tx: Transaction, db: Database): Promise<Written> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    select pg_try_advisory_xact_lock(${CHECKPOINTING}::bigint) as mine`
  if (!lock?.mine) return { state: 'locked', unproved: 0 }
  const judge = judgeCheckpoints(key)
  const isSigned = (checkpoint: AnyCheckpoint) => judge(checkpoint) === 'signed'
  const tail = await mendTail(file)
  const inFile = tail && isNumbered(tail) && isSigned(tail) ? tail : null
  let remembered = await newestRemembered(tx, isSigned)
  let base = remembered ? baseOf(remembered) : await formerBase(file, isSigned)
  if (
    inFile &&
    inFile.number === base.number + 1 &&
    inFile.after === base.number &&
    (await nextFreeNumber(tx, inFile.number)) === inFile.number
  ) {
    // Its writer ended between the file and the database.
    const found = await digestRows(tx, base, BigInt(inFile.through))
    if (found.rows === inFile.rows && found.digest === inFile.digest) {
      await remember(tx, inFile)
      remembered = inFile
      base = baseOf(inFile)
    }
  }
  const settled = await settledThrough(db)
  if (settled === 'appending') return { state: 'appending', unproved: 0 }
  if (settled.id === null || (remembered && !restart && settled.id <= base.through))
    return { state: 'nothing new', unproved: 0 }
  // A log that is shorter than what was signed is counted from its first row.
  const from = restart?.base ?? (settled.id < base.through ? FIRST : base)
  const first = (remembered ?? inFile) ? null : await firstKeyed(tx, key)
  const keyedAfter = (remembered ?? inFile)?.keyedAfter ?? String(first === null ? settled.id : first - 1n)
  const judgeRow = judgeRows(key)
  let unproved = 0
  const { digest, rows } = await digestRows(tx, from, settled.id, row => {
    if (row.id > BigInt(keyedAfter) && judgeRow(row) !== 'keyed') unproved += 1
  })
  const checkpoint = signCheckpoint(key, {
    number: await nextFreeNumber(tx, Math.max(base.number, inFile?.number ?? 0, restart?.highest ?? 0) + 1),
    after: from.number,
    at: settled.now.toISOString(),
    through: String(settled.id),
    rows,
    digest,
    keyedAfter,
    accepted: restart !== undefined,
  })
  // A number that another session holds has to show before the file has it.
  await remember(tx, checkpoint)
  await appendCheckpoint(file, checkpoint)
  return { state: 'written', unproved }
}

/**
 * Signs how far the log goes when there are new rows; one writer at a time. The database knows of it once the file has it, and
 * a writer that ended between the two is made up for at the next.
 * @returns how it ended: a lock that somebody else holds is no error, as another worker may be writing
 */
export async function writeCheckpoint(place: Place, db: Database = database()): Promise<Written> {
  return await db.$transaction(tx => write(place, tx, db), { timeout: 600_000 })
}
