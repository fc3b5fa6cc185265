import type { SystemActor } from '@/lib/core/people/actor'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type Due, notWaiting } from '../database/due-tries'

/** What is due of a request, by the database's clock. Excludes what has to wait after a failed try. */
type DueOfRequest = Due & { reference: string }

const BATCH = 100

/** The request of each thing that is due, looked up one by one: `offset 0` keeps it from becoming a join over all requests. */
const requestOf = (id: Prisma.Sql) =>
  Prisma.sql`cross join lateral (select * from request where request.id = ${id} offset 0) r`

/**
 * While a hold is open, windows don't run out; but documents are awaited exactly because the authority's hold is open.
 * The same as lib/core/request/paused-windows.ts, for a window `w` of a request `r`.
 */
const RUNS = Prisma.sql`(not r.on_hold or (w.reason = 'documents' and not exists (
  select from hold h where h.request_id = r.id and h.released_at is null and h.reason <> 'authority')))`

/** Windows that have run out. */
export const windowsRunOut = async (
  _actor: SystemActor,
  db: Database = database(),
): Promise<DueOfRequest[]> =>
  await db.$queryRaw<DueOfRequest[]>`
    select w.id, r.reference from response_window w ${requestOf(Prisma.sql`w.request_id`)}
    where w.closed_at is null and w.ends_at < now() and r.state <> 'closed' and ${RUNS}
      and ${notWaiting('windows', Prisma.sql`w.id`)}
    order by w.ends_at limit ${BATCH}`

/** Windows whose reminder is due. */
export const remindersDue = async (_actor: SystemActor, db: Database = database()): Promise<DueOfRequest[]> =>
  await db.$queryRaw<DueOfRequest[]>`
    select w.id, r.reference from response_window w ${requestOf(Prisma.sql`w.request_id`)}
    where w.closed_at is null and w.reminded_at is null and w.remind_at < now() and w.ends_at > now()
      and r.state in ('verifying', 'processing') and ${RUNS} and ${notWaiting('reminders', Prisma.sql`w.id`)}
    order by w.remind_at limit ${BATCH}`

/** Each reminder is a thing of its own. */
const AUTHORITY_KEY = Prisma.sql`(a.id || ':' || a.reminders)`
const DEADLINE_KEY = Prisma.sql`(request.id || ':' || extract(epoch from deadline_reminder_at)::bigint)`

/** Authorities that nobody has validated after so many days, the first time and each further time. */
export const authoritiesWaiting = async (
  _actor: SystemActor,
  days: readonly number[],
  db: Database = database(),
): Promise<DueOfRequest[]> =>
  await db.$queryRaw<DueOfRequest[]>`
    select ${AUTHORITY_KEY} as id, r.reference from authority a ${requestOf(Prisma.sql`a.request_id`)}
    where a.result is null and a.reminders < ${days.length}
      and a.opened_at < now() - make_interval(days => (${[...days]}::int[])[a.reminders + 1])
      and r.state = 'verifying' and r.round = a.round and ${notWaiting('authorities', AUTHORITY_KEY)}
    order by a.opened_at limit ${BATCH}`

/** Requests whose due date needs a reminder. */
export const deadlinesNear = async (
  _actor: SystemActor,
  db: Database = database(),
): Promise<DueOfRequest[]> =>
  await db.$queryRaw<DueOfRequest[]>`
    select ${DEADLINE_KEY} as id, reference from request
    where deadline_reminder_at < now() and ${notWaiting('deadlines', DEADLINE_KEY)} order by deadline_reminder_at limit ${BATCH}`

/** Each reminder is a thing of its own, here too. */
const ENTRY_KEY = Prisma.sql`(id || ':' || extract(epoch from reminder_at)::bigint)`

/** Off-channel entries of which Privacy is to be reminded. `entry` is the entry's own id. */
export const entriesNear = async (
  _actor: SystemActor,
  db: Database = database(),
): Promise<{ id: string; entry: string }[]> =>
  await db.$queryRaw<{ id: string; entry: string }[]>`
    select ${ENTRY_KEY} as id, id as entry from off_channel
    where reminder_at < now() and finished_at is null and ${notWaiting('off-channel', ENTRY_KEY)}
    order by reminder_at limit ${BATCH}`

/** Complaints from the public form whose person is to be told that we are working on them. */
export const complaintsUnderway = async (
  _actor: SystemActor,
  db: Database = database(),
): Promise<{ id: string }[]> =>
  await db.$queryRaw<{ id: string }[]>`
    select id from off_channel
    where progress_at < now() and finished_at is null and ${notWaiting('complaints', Prisma.sql`id`)}
    order by progress_at limit ${BATCH}`

/** Holds whose date has come. */
export const holdsEnded = async (_actor: SystemActor, db: Database = database()): Promise<DueOfRequest[]> =>
  await db.$queryRaw<DueOfRequest[]>`
    select h.id, r.reference from hold h ${requestOf(Prisma.sql`h.request_id`)}
    where h.released_at is null and h.until < now() and r.state <> 'closed' and ${notWaiting('holds', Prisma.sql`h.id`)}
    order by h.until limit ${BATCH}`

/** Deletes expired form drafts, links and visits, by kind. */
export const expiredParts = (
  _actor: SystemActor,
  db: Database = database(),
): Readonly<Record<string, () => Promise<number>>> => ({
  'form drafts': () => db.$executeRaw`delete from intake_draft where expires_at < now()`,
  'muted mailboxes': () => db.$executeRaw`delete from muted_mailbox where until < now()`,
  'access links': () => db.$executeRaw`delete from access_link where expires_at < now() - interval '30 days'`,
  'requester sessions': () =>
    db.$executeRaw`delete from requester_session where expires_at < now() - interval '1 day'`,
  'staff sessions': () =>
    db.$executeRaw`delete from staff_session where expires_at < now() - interval '30 days'`,
  // Where they were, no longer than a session can last.
  'addresses of staff sessions': () =>
    db.$executeRaw`update staff_session set address = null, browser = null
      where (address is not null or browser is not null) and expires_at < now()`,
  'sign-in steps': () => db.$executeRaw`delete from sign_in_step where expires_at < now() - interval '1 day'`,
  'password links': () =>
    db.$executeRaw`delete from password_link where expires_at < now() - interval '30 days'`,
})
