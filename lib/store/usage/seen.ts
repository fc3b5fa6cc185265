import { type Database, database } from '../database/client'

/** Trackers give up on an event long before. */
const REMEMBERED_DAYS = 14

/** Deletes the ids of events that no tracker sends again. @returns how many, at most 50,000 at a time */
export async function deleteSeenBefore(db: Database = database()): Promise<number> {
  return await db.$executeRaw`
    delete from usage_seen where id in (
      select id from usage_seen
       where collected_on < (now() at time zone 'UTC')::date - ${REMEMBERED_DAYS}::integer
       limit 50000 for update skip locked)`
}
