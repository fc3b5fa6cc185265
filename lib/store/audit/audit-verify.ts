import { type Database, database } from '../database/client'
import { auditHash } from './audit'
import { checkpointFile, digestRows, isSigned, readCheckpoints } from './audit-checkpoint'

export interface AuditFault {
  /** The chain, or the checkpoint's moment. */
  where: string
  what: string
}

export interface AuditReport {
  rows: number
  chains: number
  checkpoints: number
  faults: AuditFault[]
}

const BATCH = 2000

type Row = Awaited<ReturnType<typeof rowsBetween>>[number]

/**
 * Reads the whole log once: every hash, every chain's order and length, every signed checkpoint. Finds an edited, removed
 * or re-ordered row, and a cut tail.
 */
export async function verifyAudit(
  settings: Parameters<typeof checkpointFile>[0] & { key: Uint8Array },
  db: Database = database(),
): Promise<AuditReport> {
  const chains = await verifyChains(db)
  const { checkpoints, faults } = await verifyCheckpoints(checkpointFile(settings), settings.key, db)
  return { rows: chains.rows, chains: chains.chains, checkpoints, faults: [...chains.faults, ...faults] }
}

async function verifyChains(db: Database): Promise<Omit<AuditReport, 'checkpoints'>> {
  const faults: AuditFault[] = []
  let rows = 0
  let chains = 0
  let at = { scope: '', seq: 0, hash: '' }
  const follow = (row: Row) => {
    if (row.seq !== at.seq + 1) faults.push({ where: row.scope, what: `row ${at.seq + 1} is missing` })
    else if (row.prevHash !== at.hash)
      faults.push({ where: row.scope, what: `row ${row.seq} does not follow its predecessor` })
    if (auditHash(row.prevHash, row) !== row.hash)
      faults.push({ where: row.scope, what: `row ${row.seq} was changed` })
    at = { scope: row.scope, seq: row.seq, hash: row.hash }
    rows += 1
  }
  const ended = async () => {
    if (!at.scope) return
    const head = await db.auditHead.findUnique({ where: { scope: at.scope } })
    // People work while we read: rows that were written since are what the head speaks of already.
    if (head && head.seq > at.seq) for (const row of await rowsBetween(db, at, head)) follow(row)
    if (head?.seq !== at.seq || head.hash !== at.hash)
      faults.push({
        where: at.scope,
        what: `the chain ends at row ${at.seq}, its head says ${head?.seq ?? 'nothing'}`,
      })
  }
  for (;;) {
    const batch = await db.auditEntry.findMany({
      where: { OR: [{ scope: { gt: at.scope } }, { scope: at.scope, seq: { gt: at.seq } }] },
      orderBy: [{ scope: 'asc' }, { seq: 'asc' }],
      take: BATCH,
    })
    for (const row of batch) {
      if (row.scope !== at.scope) {
        await ended()
        chains += 1
        at = { scope: row.scope, seq: 0, hash: '' }
      }
      follow(row)
    }
    if (batch.length < BATCH) break
  }
  await ended()
  faults.push(...(await emptiedChains(db)))
  return { rows, chains, faults }
}

const rowsBetween = (db: Database, { scope, seq }: { scope: string; seq: number }, head: { seq: number }) =>
  db.auditEntry.findMany({ where: { scope, seq: { gt: seq, lte: head.seq } }, orderBy: { seq: 'asc' } })

async function emptiedChains(db: Database): Promise<AuditFault[]> {
  const emptied = await db.$queryRaw<{ scope: string }[]>`
    select h.scope from audit_head h where not exists (select from audit_entry e where e.scope = h.scope) limit 100`
  return emptied.map(({ scope }) => ({ where: scope, what: 'every row of the chain is missing' }))
}

async function verifyCheckpoints(
  file: string,
  key: Uint8Array,
  db: Database,
): Promise<{ checkpoints: number; faults: AuditFault[] }> {
  const faults: AuditFault[] = []
  const checkpoints = await readCheckpoints(file)
  let from = { through: 0n, digest: '', rows: 0 }
  for (const checkpoint of checkpoints) {
    const where = `checkpoint of ${checkpoint.at}`
    if (!isSigned(key, checkpoint))
      return { checkpoints: checkpoints.length, faults: [{ where, what: 'its signature is wrong' }] }
    const through = BigInt(checkpoint.through)
    const { digest, rows } = await digestRows(db, from, through)
    if (rows !== checkpoint.rows)
      faults.push({ where, what: `${checkpoint.rows} rows were signed, ${rows} are there` })
    else if (digest !== checkpoint.digest)
      faults.push({ where, what: 'the rows are not the ones that were signed' })
    if (faults.length > 0) break
    from = { through, digest, rows }
  }
  return { checkpoints: checkpoints.length, faults }
}
