import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'

/** The worker signs new rows within seconds: rows that wait for longer are a trouble of their own. */
export const STALE_MINUTES = 15

/** Signatures aren't looked at here; but a checkpoint of rows that are still to come is none that the worker wrote. */
const NEWEST = Prisma.sql`from audit_checkpoint
  where through <= (select last_value from audit_entry_id_seq) and isfinite(at) order by number desc limit 1`
const THROUGH = Prisma.sql`coalesce((select through ${NEWEST}), 0)`
const OLDEST = Prisma.sql`(select at from audit_entry where id > ${THROUGH} and at <= now() order by id limit 1)`

/** Whether rows wait for a checkpoint for too long, as part of a query. */
export const AUDIT_STALE = Prisma.sql`coalesce(${OLDEST} < now() - make_interval(mins => ${STALE_MINUTES}), false)`

export interface AuditCoverage {
  /** Of the newest checkpoint; null where the database remembers none. */
  number: number | null
  at: Date | null
  /** Rows behind it, counted to a thousand. */
  uncovered: number
  /** When the first of them was written. */
  oldest: Date | null
  isStale: boolean
  /** The database's time. */
  now: Date
}

const COUNTED_TO = 1000

/** How far checkpoints cover the log, in one query that reads only what they don't cover; signatures are for `audit verify`. */
export async function auditCoverage(db: Database = database()): Promise<AuditCoverage> {
  const [found] = await db.$queryRaw<AuditCoverage[]>(Prisma.sql`
    select newest.number, newest.at, ${OLDEST} as oldest, ${AUDIT_STALE} as "isStale", clock_timestamp() as now,
      (select count(*)::int from (select from audit_entry where id > ${THROUGH} limit ${COUNTED_TO}) counted) as uncovered
    from (select) nothing left join lateral
      (select number, at ${NEWEST}) newest on true`)
  if (!found) throw new Error('the database told nothing of the audit log')
  return found
}

/** The session that holds one of our advisory locks, for an operator to look at; null where nobody does. */
export async function holderOf(
  lock: number,
  db: Database = database(),
): Promise<{ pid: number; application: string } | null> {
  const [holder] = await db.$queryRaw<{ pid: number; application: string }[]>`
    select lock.pid, coalesce(activity.application_name, '') as application
    from pg_locks lock left join pg_stat_activity activity on activity.pid = lock.pid
    where lock.locktype = 'advisory' and lock.granted and lock.classid = 0 and lock.objid = ${lock}::int and lock.objsubid = 1
      and lock.database = (select oid from pg_database where datname = current_database()) limit 1`
  return holder ?? null
}
