import type { SystemActor } from '@/lib/core/people/actor'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'

/** Something whose time has come, by the database's clock. */
export interface Due {
  id: string
  reference: string
}

const BATCH = 100

/** The request of each thing that is due, looked up one by one: `offset 0` keeps it from becoming a join over all requests. */
const requestOf = (id: Prisma.Sql) =>
  Prisma.sql`cross join lateral (select * from request where request.id = ${id} offset 0) r`

/**
 * While a hold is open, windows don't run out; but documents are awaited exactly because the authority's hold is open.
 * The same as lib/core/request/standstill.ts, for a window `w` of a request `r`.
 */
const RUNS = Prisma.sql`(not r.on_hold or (w.reason = 'documents' and not exists (
  select from hold h where h.request_id = r.id and h.released_at is null and h.reason <> 'authority')))`

/** Windows that have run out. */
export const windowsRunOut = async (_actor: SystemActor, db: Database = database()): Promise<Due[]> =>
  await db.$queryRaw<Due[]>`
    select w.id, r.reference from response_window w ${requestOf(Prisma.sql`w.request_id`)}
    where w.closed_at is null and w.ends_at < now() and r.state <> 'closed' and ${RUNS}
    order by w.ends_at limit ${BATCH}`

/** Windows whose reminder is due. */
export const remindersDue = async (_actor: SystemActor, db: Database = database()): Promise<Due[]> =>
  await db.$queryRaw<Due[]>`
    select w.id, r.reference from response_window w ${requestOf(Prisma.sql`w.request_id`)}
    where w.closed_at is null and w.reminded_at is null and w.remind_at < now() and w.ends_at > now()
      and r.state in ('verifying', 'processing') and ${RUNS}
    order by w.remind_at limit ${BATCH}`

/** Authorities that nobody has validated after so many days, the first time and each further time. */
export const authoritiesWaiting = async (
  _actor: SystemActor,
  days: readonly number[],
  db: Database = database(),
): Promise<Due[]> =>
  await db.$queryRaw<Due[]>`
    select a.id || ':' || a.reminders as id, r.reference from authority a ${requestOf(Prisma.sql`a.request_id`)}
    where a.result is null and a.reminders < ${days.length}
      and a.opened_at < now() - make_interval(days => (${[...days]}::int[])[a.reminders + 1])
      and r.state = 'verifying' and r.round = a.round
    order by a.opened_at limit ${BATCH}`

/** Requests whose due date is to be brought to mind. */
export const deadlinesNear = async (_actor: SystemActor, db: Database = database()): Promise<Due[]> =>
  await db.$queryRaw<Due[]>`
    select id || ':' || extract(epoch from deadline_reminder_at)::bigint as id, reference from request
    where deadline_reminder_at < now() order by deadline_reminder_at limit ${BATCH}`

/** Holds whose date has come. */
export const holdsEnded = async (_actor: SystemActor, db: Database = database()): Promise<Due[]> =>
  await db.$queryRaw<Due[]>`
    select h.id, r.reference from hold h ${requestOf(Prisma.sql`h.request_id`)}
    where h.released_at is null and h.until < now() and r.state <> 'closed'
    order by h.until limit ${BATCH}`

/** Takes out form drafts and links that are of no use any more. */
export async function forgetExpired(_actor: SystemActor, db: Database = database()): Promise<void> {
  await db.$executeRaw`delete from intake_draft where expires_at < now()`
  await db.$executeRaw`delete from muted_mailbox where until < now()`
  await db.$executeRaw`delete from access_link where expires_at < now() - interval '30 days'`
  await db.$executeRaw`delete from requester_session where expires_at < now() - interval '1 day'`
  await db.$executeRaw`delete from staff_session where expires_at < now() - interval '30 days'`
  await db.$executeRaw`delete from password_link where expires_at < now() - interval '30 days'`
}
