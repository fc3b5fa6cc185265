import type { Env } from '@/lib/env'
import { type Database, database, databaseNow } from '../database/client'
import { STALE_MINUTES } from './audit-coverage'
import { firstKeyed } from './audit-rows'
import { checkpointFile } from './checkpoint-file'
import { type Finding, Findings } from './findings'
import { knownCheckpoints } from './known-checkpoints'
import { forHowLong } from './time-words'
import { type Chains, verifyChains } from './verify-chains'
import { type Signed, verifySigned } from './verify-signed'

export type AuditSettings = Pick<Env, 'storageUrl' | 'dataDir' | 'key'>

export interface AuditReport extends Omit<Chains, 'foreign'>, Omit<Signed, 'through'> {
  /** Rows behind the newest checkpoint, and when the oldest of them was written. */
  uncovered: { rows: number; oldest: Date | null }
  /** Restores that a person accepted. */
  accepted: number
  /** The database's time at the end. */
  now: Date
  /** The first of them; {@link faultCount} counts all. */
  faults: Finding[]
  faultCount: number
  warnings: Finding[]
  /** Faults of the checkpoints, which an accepted restore explains; a fault of a row it never does. */
  checkpointFaults: number
}

interface Uncovered {
  rows: number
  oldest: Date | null
  newest: Date | null
  now: Date
}

/** Of the rows that there were when we began: a long look at a busy log is no reason for alarm. */
async function rowsBehind(db: Database, through: bigint, began: Date): Promise<Uncovered> {
  const [found] = await db.$queryRaw<Uncovered[]>`
    select count(*)::int as rows, min(at) filter (where isfinite(at)) as oldest,
      max(at) filter (where isfinite(at)) as newest, clock_timestamp() as now
    from audit_entry where id > ${through} and at <= ${began}`
  if (!found) throw new Error('the database told nothing of the audit log')
  return found
}

/** Rows without a checkpoint are a fault where the log kept being written meanwhile, and a warning where they only wait. */
function judgeUncovered({ rows, oldest, newest, now }: Uncovered, findings: Findings): void {
  if (!oldest || !newest) return
  const limit = STALE_MINUTES * 60_000
  const [span, age] = [newest.getTime() - oldest.getTime(), now.getTime() - oldest.getTime()]
  if (span > limit)
    findings.fault('checkpoints', `${rows} rows were written in ${forHowLong(span)} without a checkpoint`)
  else if (age > limit)
    findings.warn(
      'checkpoints',
      `${rows === 1 ? 'one row waits' : `${rows} rows wait`} for a checkpoint, the first for ${forHowLong(age)}: is the worker running?`,
    )
}

/**
 * Reads the whole log: every hash and code, every chain's order and length, every checkpoint in the file and in the database.
 * Finds an edited, removed, re-ordered or forged row, a cut tail, and checkpoints that are missing; what it finds ends nothing.
 */
export async function verifyAudit(settings: AuditSettings, db: Database = database()): Promise<AuditReport> {
  const findings = new Findings()
  const began = await databaseNow(db)
  const known = await knownCheckpoints(checkpointFile(settings), settings.key, db, findings)
  const boundaries = [...known.numbered.values()].map(({ checkpoint }) => BigInt(checkpoint.keyedAfter))
  const signedBoundary = boundaries.toSorted((a, b) => Number(a - b))[0]
  const first = signedBoundary === undefined ? await firstKeyed(db, settings.key) : null
  const keyedAfter = signedBoundary ?? (first === null ? null : first - 1n)
  const { through, ...signed } = await verifySigned(db, known, findings)
  const others = findings.faultCount
  const { foreign, ...chains } = await verifyChains(db, settings.key, keyedAfter, findings)
  for (const [keyId, rows] of foreign)
    findings.fault(
      `key ${keyId}`,
      `${rows} rows carry codes of this key: HABEAS_KEY has changed, or Habeas did not write them`,
    )
  const rowFaults = findings.faultCount - others
  const behind = await rowsBehind(db, through, began)
  judgeUncovered(behind, findings)
  const { faults, faultCount, warnings } = findings
  return {
    ...chains,
    ...signed,
    uncovered: { rows: behind.rows, oldest: behind.oldest },
    accepted: known.accepted,
    now: behind.now,
    faults,
    faultCount,
    warnings,
    checkpointFaults: faultCount - rowFaults,
  }
}
