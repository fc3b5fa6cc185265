import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Env } from '@/lib/env'
import { deriveKey } from '@/lib/secrets'
import { type Database, database, type Transaction } from '../database/client'
import { APPENDING, CHECKPOINTING } from './audit'

const line = z.object({
  at: z.string(),
  /** Every row up to this id is covered. */
  through: z.string().regex(/^\d+$/),
  rows: z.number().int(),
  /** SHA-256 over the former checkpoint's digest and the hashes of the rows since, in the order of their ids. */
  digest: z.string(),
  signature: z.string(),
})
export type Checkpoint = z.output<typeof line>

/** Where checkpoints are kept: beside the stored files, outside the database. */
export function checkpointFile({ storageUrl, dataDir }: Pick<Env, 'storageUrl' | 'dataDir'>): string {
  const folder = storageUrl.startsWith('file:') ? fileURLToPath(storageUrl) : dataDir
  return join(folder, 'audit-checkpoints.jsonl')
}

function sign(key: Uint8Array, { at, through, rows, digest }: Omit<Checkpoint, 'signature'>): string {
  return createHmac('sha256', deriveKey(key, 'audit checkpoint'))
    .update([at, through, rows, digest].join('\n'))
    .digest('hex')
}

export function isSigned(key: Uint8Array, { signature, ...rest }: Checkpoint): boolean {
  const expected = Buffer.from(sign(key, rest))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Every checkpoint in order; a torn last line of a killed writer is left out. @throws when another line is unreadable */
export async function readCheckpoints(file: string): Promise<Checkpoint[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter(Boolean)
    .map(part => line.parse(JSON.parse(part)))
}

/** Hashes of the rows after one id and up to another, folded into a digest. */
export async function digestRows(
  db: Database | Transaction,
  from: { through: bigint; digest: string; rows: number },
  through: bigint,
): Promise<{ digest: string; rows: number }> {
  let { digest, rows, through: last } = from
  for (;;) {
    const batch = await db.auditEntry.findMany({
      where: { id: { gt: last, lte: through } },
      orderBy: { id: 'asc' },
      take: 5000,
      select: { id: true, hash: true },
    })
    for (const row of batch) digest = createHash('sha256').update(digest).update(row.hash).digest('hex')
    rows += batch.length
    const end = batch.at(-1)
    if (!end || batch.length < 5000) return { digest, rows }
    last = end.id
  }
}

/** Newest row of which no earlier one can still be on its way: waits for an instant until nobody is appending. */
async function settledThrough(db: Database): Promise<{ id: bigint; now: Date } | undefined> {
  return await db.$transaction(async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${APPENDING}::bigint)`
    const rows = await tx.$queryRaw<{ id: bigint | null; now: Date }[]>`
      select max(id) as id, clock_timestamp() as now from audit_entry`
    return rows.flatMap(({ id, now }) => (id === null ? [] : [{ id, now }]))[0]
  })
}

/** Appends a checkpoint when there are new rows; one writer at a time. */
export async function writeCheckpoint(
  file: string,
  key: Uint8Array,
  db: Database = database(),
): Promise<void> {
  const write = async (tx: Transaction) => {
    const [mine] = await tx.$queryRaw<
      { mine: boolean }[]
    >`select pg_try_advisory_xact_lock(${CHECKPOINTING}::bigint) as mine`
    if (!mine?.mine) return
    const last = (await readCheckpoints(file)).at(-1)
    const from = { through: BigInt(last?.through ?? 0), digest: last?.digest ?? '', rows: last?.rows ?? 0 }
    const newest = await settledThrough(db)
    if (!newest || newest.id <= from.through) return
    const { digest, rows } = await digestRows(tx, from, newest.id)
    const content = { at: newest.now.toISOString(), through: String(newest.id), rows, digest }
    await mkdir(dirname(file), { recursive: true })
    await appendFile(file, `${JSON.stringify({ ...content, signature: sign(key, content) })}\n`)
  }
  await db.$transaction(write, { timeout: 600_000 })
}
