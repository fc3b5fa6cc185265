import type { SystemActor } from '@/lib/core/actor'
import { type Database, database } from './client'

/** Something whose time has come, by the database's clock. */
export interface Due {
  id: string
  reference: string
}

const BATCH = 100

/** Windows that have run out on requests that are not on hold. */
export const windowsRunOut = async (_actor: SystemActor, db: Database = database()): Promise<Due[]> =>
  await db.$queryRaw<Due[]>`
    select w.id, r.reference from response_window w join request r on r.id = w.request_id
    where w.closed_at is null and w.ends_at < now() and r.state <> 'closed' and not r.on_hold
    order by w.ends_at limit ${BATCH}`

/** Windows whose reminder is due. */
export const remindersDue = async (_actor: SystemActor, db: Database = database()): Promise<Due[]> =>
  await db.$queryRaw<Due[]>`
    select w.id, r.reference from response_window w join request r on r.id = w.request_id
    where w.closed_at is null and w.reminded_at is null and w.remind_at < now() and w.ends_at > now()
      and r.state in ('verifying', 'processing') and not r.on_hold
    order by w.remind_at limit ${BATCH}`

/** Holds whose date has come. */
export const holdsEnded = async (_actor: SystemActor, db: Database = database()): Promise<Due[]> =>
  await db.$queryRaw<Due[]>`
    select h.id, r.reference from hold h join request r on r.id = h.request_id
    where h.released_at is null and h.until < now() and r.state <> 'closed'
    order by h.until limit ${BATCH}`

/** Takes out form drafts and links that are of no use any more. */
export async function forgetExpired(_actor: SystemActor, db: Database = database()): Promise<void> {
  await db.$executeRaw`delete from intake_draft where expires_at < now()`
  await db.$executeRaw`delete from muted_mailbox where until < now()`
  await db.$executeRaw`delete from access_link where expires_at < now() - interval '30 days'`
  await db.$executeRaw`delete from requester_session where expires_at < now() - interval '1 day'`
}
