import type { StaffActor } from '@/lib/core/people/actor'
import { isTeam } from '@/lib/core/people/permissions'
import { Prisma } from '@/prisma/generated/client'
import { AUDIT_STALE } from '../audit/audit-coverage'
import { type Database, database } from '../database/client'
import { STOPPED } from '../mail/outbox'
import { LOST } from '../mail/staff-mail-trouble'
import { needsUs, seen } from './queue-scope'

/** Counts stop here and read "99+": nobody acts on the difference, and nothing is counted to the end. */
export const COUNTED_TO = 100

/** What the navigation around the desk tells on every page. Counts are at most {@link COUNTED_TO}. */
export interface Navigation {
  /** Requests that need this person's side. */
  requests: number
  /** Open tasks of this person's team that are theirs or nobody's yet. */
  tasks: number
  /** Questions that wait for this person's answer: Privacy answers them. */
  escalations: number
  /** Mail can't leave, see `mailTrouble`. */
  isMailStopped: boolean
  /** Mail that belongs to no request came back lately. Whether one of our own addresses is unreachable, `staffMailTrouble` knows. */
  isMailLost: boolean
  /** The audit log waits for a checkpoint for too long, see `auditCoverage`; told to admins. */
  isAuditStale: boolean
}

const counted = (rows: Prisma.Sql) =>
  Prisma.sql`(select count(*)::int from (${rows} limit ${COUNTED_TO}) counted)`

const none = Prisma.sql`0`

/** All of it in one query, as it is asked with every page. */
export async function readNavigation(actor: StaffActor, db: Database = database()): Promise<Navigation> {
  const requests = Prisma.sql`select from request where ${seen(actor)} and ${needsUs(actor)}`
  const tasks = Prisma.sql`select from task where task.team = ${actor.role} and task.state = 'open'
    and (task.assignee_id is null or task.assignee_id = ${actor.id})`
  const escalations = Prisma.sql`select from escalation where state = 'open'`
  const [row] = await db.$queryRaw<[Navigation]>(Prisma.sql`
    select ${counted(requests)} as requests,
      ${isTeam(actor.role) ? counted(tasks) : none} as tasks,
      ${actor.role === 'privacy' ? counted(escalations) : none} as escalations,
      exists (select from outbox where ${STOPPED}) as "isMailStopped",
      exists (select from outbox where ${LOST}) as "isMailLost",
      ${actor.role === 'admin' ? AUDIT_STALE : Prisma.sql`false`} as "isAuditStale"`)
  return row
}
