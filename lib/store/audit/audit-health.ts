import { type Database, database } from '../database/client'
import { APPENDING, CHECKPOINTING } from './audit'
import { type AuditCoverage, auditCoverage, holderOf } from './audit-coverage'
import { judgeRows } from './audit-keys'
import type { AuditSettings } from './audit-verify'
import { checkpointFile, isWritable, lastCheckpoint } from './checkpoint-file'
import { isNumbered, judgeCheckpoints } from './checkpoint-line'
import { newestRemembered } from './checkpoint-memory'

const LOOKED_AT = 1000

export interface AuditHealth extends AuditCoverage {
  file: string
  canBeWritten: boolean
  /** Where the last line of the file stands to what the database remembers; `forged`: the database's newest is none of ours. */
  places: 'agree' | 'no file' | 'file behind' | 'database behind' | 'forged'
  /** A session that holds a lock without which no checkpoint is written. */
  holder: { pid: number; application: string } | null
  keyed: number
  unkeyed: number
  /** Among the newest thousand rows, those whose code is wrong, or missing though rows before them have one. */
  unproved: number
}

async function placesOf(
  { number }: AuditCoverage,
  file: string,
  key: Uint8Array,
  db: Database,
): Promise<AuditHealth['places']> {
  const judge = judgeCheckpoints(key)
  const newest = await newestRemembered(db, checkpoint => judge(checkpoint) === 'signed')
  if ((newest?.number ?? null) !== number) return 'forged'
  const last = await lastCheckpoint(file)
  if (last === 'missing') return newest ? 'no file' : 'agree'
  // A torn line is put right at the next checkpoint, and a former one has no number.
  if (!newest || !last || !isNumbered(last) || judge(last) !== 'signed') return 'agree'
  if (last.number < newest.number) return 'file behind'
  return last.number > newest.number + 1 ? 'database behind' : 'agree'
}

async function codes(
  key: Uint8Array,
  db: Database,
): Promise<Pick<AuditHealth, 'keyed' | 'unkeyed' | 'unproved'>> {
  const [counted] = await db.$queryRaw<{ keyed: number; unkeyed: number }[]>`
    select count(mac)::int as keyed, (count(*) - count(mac))::int as unkeyed from audit_entry`
  const newest = await db.auditEntry.findMany({
    orderBy: { id: 'desc' },
    take: LOOKED_AT,
    select: { hash: true, keyId: true, mac: true },
  })
  const verdicts = newest.map(judgeRows(key))
  const first = verdicts.lastIndexOf('keyed')
  const unproved = verdicts.filter(
    (verdict, place) => verdict !== 'keyed' && (verdict !== 'unkeyed' || place < first),
  ).length
  return { keyed: counted?.keyed ?? 0, unkeyed: counted?.unkeyed ?? 0, unproved }
}

/** A quick look at the audit log, for `doctor`; `audit verify` reads all of it. */
export async function auditHealth(settings: AuditSettings, db: Database = database()): Promise<AuditHealth> {
  const file = checkpointFile(settings)
  const coverage = await auditCoverage(db)
  return {
    ...coverage,
    file,
    canBeWritten: await isWritable(file),
    places: await placesOf(coverage, file, settings.key, db),
    holder: (await holderOf(CHECKPOINTING, db)) ?? (await holderOf(APPENDING, db)),
    ...(await codes(settings.key, db)),
  }
}
