import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'

/** Mail to one of our own addresses that doesn't arrive. */
export interface StaffMailTrouble {
  recipient: string
  /** How many didn't arrive since one last did. */
  lost: number
  since: Date
}

/** Mail of no request that came back within the last 14 days. */
export const LOST = Prisma.sql`state = 'bounced' and message_id is null and settled_at > now() - interval '14 days'`

/**
 * Addresses of teams and colleagues whose mail came back within the last 14 days, and to which none has been taken since: nobody
 * learns of their work. The most first, at most five.
 * @param kinds of the mails that go to staff
 */
export const staffMailTrouble = (
  kinds: readonly string[],
  db: Database = database(),
): Promise<StaffMailTrouble[]> => db.$queryRaw<StaffMailTrouble[]>`
  select recipient, count(*)::int as lost, min(settled_at) as since
  from outbox failed
  where ${LOST} and kind = any(${kinds})
    and not exists (select from outbox taken
      where taken.state = 'accepted' and taken.message_id is null and taken.recipient = failed.recipient
        and taken.settled_at > failed.settled_at)
  group by recipient order by lost desc, recipient limit 5`
