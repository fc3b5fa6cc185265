import { Prisma } from '@/prisma/generated/client'
import { PARKED_AFTER } from '../database/back-off'
import { type Database, database, type Transaction } from '../database/client'
import { type Due, notWaiting } from '../database/due-tries'

const BATCH = 200
/** Settled mails of no request leave after 30 days; an entry that was open longer would be mailed to everybody again. */
const GIVEN_UP_AFTER_DAYS = 25

/** A mail about an entry `c` of the change log that a subscriber `s` is still to get. */
export interface ChangeMail extends Due {
  changeId: string
  subscriberId: string
}

const KEY = Prisma.sql`(c.id || ':' || s.id)`
/** Kind of those mails in the outbox. */
export const kindOfChangeMail = (changeId: string): string => `usage-change:${changeId}`

const OWED = Prisma.sql`
  s.confirmed_at < c.at
  and not exists (select from outbox o where o.kind = 'usage-change:' || c.id and o.recipient = s.email)`

/** What to mail next, the oldest entry first, without what was tried in vain and has to wait. */
export async function changeMailsDue(db: Database = database()): Promise<ChangeMail[]> {
  return await db.$queryRaw<ChangeMail[]>`
    select ${KEY} as id, c.id as "changeId", s.id as "subscriberId"
    from usage_change c join usage_subscriber s on ${OWED}
    where c.mailed_at is null and ${notWaiting('change-mails', KEY)}
    order by c.at, c.id, s.id limit ${BATCH}`
}

/** Locks a subscriber. @returns their address; null where they left, or have this mail already */
export async function lockForMail(
  tx: Transaction,
  { changeId, subscriberId }: ChangeMail,
): Promise<string | null> {
  await tx.$queryRaw`select 1 as locked from usage_subscriber where id = ${subscriberId} for update`
  const [row] = await tx.$queryRaw<{ email: string }[]>`
    select s.email from usage_subscriber s join usage_change c on c.id = ${changeId} and ${OWED}
    where s.id = ${subscriberId}`
  return row?.email ?? null
}

/** Closes the entries that nobody is owed a mail about, and old ones where every mail that is owed is parked. */
export async function markMailed(db: Database = database()): Promise<void> {
  await db.$executeRaw`
    update usage_change c set mailed_at = clock_timestamp()
    where c.mailed_at is null and not exists (
      select from usage_subscriber s where ${OWED} and not (
        c.at < now() - make_interval(days => ${GIVEN_UP_AFTER_DAYS}::int)
        and exists (select from due_try t where t.sweep = 'change-mails' and t.key = ${KEY}
          and t.attempts >= ${PARKED_AFTER})))`
}
