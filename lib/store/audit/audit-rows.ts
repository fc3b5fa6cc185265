import { createHash } from 'node:crypto'
import type { Database, Transaction } from '../database/client'
import { judgeRows, type Proof } from './audit-keys'

const BATCH = 5000

/** How far a checkpoint went, which the next continues. */
export interface Base {
  number: number
  through: bigint
  rows: number
  digest: string
}

/** Before the first row. */
export const FIRST: Base = { number: 0, through: 0n, rows: 0, digest: '' }

/** A row as checkpoints see it. */
export interface SignedRow extends Proof {
  id: bigint
}

/** The digest after one more row. */
export const fold = (digest: string, hash: string): string =>
  createHash('sha256').update(digest).update(hash).digest('hex')

/** The rows after one id and up to another, in the order of their ids, a batch at a time. */
export async function* rowsById(
  db: Database | Transaction,
  after: bigint,
  through?: bigint,
): AsyncGenerator<SignedRow[]> {
  for (let last = after; ; ) {
    const batch = await db.auditEntry.findMany({
      where: { id: { gt: last, ...(through !== undefined && { lte: through }) } },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: { id: true, hash: true, keyId: true, mac: true },
    })
    if (batch.length > 0) yield batch
    const end = batch.at(-1)
    if (!end || batch.length < BATCH) return
    last = end.id
  }
}

/**
 * Folds the rows after a checkpoint, and up to an id, into its digest.
 * @param look sees each of them
 */
export async function digestRows(
  db: Database | Transaction,
  from: Base,
  through: bigint,
  look: (row: SignedRow) => void = () => undefined,
): Promise<{ digest: string; rows: number }> {
  let { digest, rows } = from
  for await (const batch of rowsById(db, from.through, through))
    for (const row of batch) {
      digest = fold(digest, row.hash)
      rows += 1
      look(row)
    }
  return { digest, rows }
}

/** Id of the first row whose code is this key's; null while there is none. */
export async function firstKeyed(db: Database | Transaction, key: Uint8Array): Promise<bigint | null> {
  const judge = judgeRows(key)
  for (let last = 0n; ; ) {
    const batch = await db.auditEntry.findMany({
      where: { id: { gt: last }, mac: { not: null } },
      orderBy: { id: 'asc' },
      take: 100,
      select: { id: true, hash: true, keyId: true, mac: true },
    })
    const found = batch.find(row => judge(row) === 'keyed')
    const end = batch.at(-1)
    if (found || !end) return found?.id ?? null
    last = end.id
  }
}
