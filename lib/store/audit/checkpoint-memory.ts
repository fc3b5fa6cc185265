import type { Database, Transaction } from '../database/client'
import type { Checkpoint } from './checkpoint-line'

const BATCH = 5000
const NEWEST = 20

type Row = Awaited<ReturnType<Database['auditCheckpoint']['findMany']>>[number]

const checkpointOf = ({ at, through, keyedAfter, ...rest }: Row): Checkpoint => ({
  ...rest,
  // A moment without a date, such as `infinity`, is none that we signed.
  at: Number.isNaN(at.getTime()) ? '' : at.toISOString(),
  through: String(through),
  keyedAfter: String(keyedAfter),
})

/** Every checkpoint behind a number that the database remembers, in order, valid or not. */
export async function rememberedCheckpoints(db: Database, after = 0): Promise<Checkpoint[]> {
  const all: Checkpoint[] = []
  for (let last = after; ; ) {
    const batch = await db.auditCheckpoint.findMany({
      where: { number: { gt: last } },
      orderBy: { number: 'asc' },
      take: BATCH,
    })
    all.push(...batch.map(checkpointOf))
    const end = batch.at(-1)
    if (!end || batch.length < BATCH) return all
    last = end.number
  }
}

/** The newest that passes; what somebody else wrote into the table does not. */
export async function newestRemembered(
  db: Database | Transaction,
  isSigned: (checkpoint: Checkpoint) => boolean,
): Promise<Checkpoint | null> {
  for (let before = 2_147_483_647; ; ) {
    const batch = await db.auditCheckpoint.findMany({
      where: { number: { lte: before } },
      orderBy: { number: 'desc' },
      take: NEWEST,
    })
    const found = batch.map(checkpointOf).find(isSigned)
    const end = batch.at(-1)
    if (found || !end || batch.length < NEWEST) return found ?? null
    before = end.number - 1
  }
}

/** The first number from `from` on that no row of the table has. */
export async function nextFreeNumber(tx: Transaction, from: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ free: number }[]>`
    select min(free) as free from (
      select ${from}::int as free
      union all select number + 1 from audit_checkpoint where number >= ${from}::int and number < 2147483647
    ) candidates where not exists (select from audit_checkpoint where number = free)`
  return row?.free ?? from
}

/** Keeps a checkpoint that was written into the file. */
export async function remember(
  tx: Transaction,
  { at, through, keyedAfter, ...rest }: Checkpoint,
): Promise<void> {
  await tx.auditCheckpoint.create({
    data: { ...rest, at: new Date(at), through: BigInt(through), keyedAfter: BigInt(keyedAfter) },
  })
}
