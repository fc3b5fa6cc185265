import type { StaffActor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { type Database, database } from '../database/client'

/** Where somebody read what is personal. */
export type ReadPart = 'details' | 'messages' | 'status' | 'off-channel' | 'export'

export interface AccessRow {
  at: Date
  part: string
  actorId: string
  actorRole: string
  via: string
}

/**
 * Keeps that somebody read something, once a day (UTC) for each part.
 * @param scope id of the request or entry, or the name of a list
 */
export async function recordAccess(
  actor: StaffActor,
  scope: string,
  part: ReadPart,
  db: Database = database(),
): Promise<void> {
  await db.$executeRaw`
    insert into access_entry (scope, actor_id, part, day, actor_role, via, at)
    values (${scope}, ${actor.id}, ${part}, (clock_timestamp() at time zone 'UTC')::date, ${actor.role}, ${actor.via},
      clock_timestamp())
    on conflict do nothing`
}

const MOST_SHOWN = 200

/** Who read a request, the newest first; nothing for roles that may not know. */
export async function readAccess(
  actor: StaffActor,
  scope: string,
  db: Database = database(),
): Promise<AccessRow[]> {
  if (!can(actor.role, 'see-readers')) return []
  return await db.accessEntry.findMany({
    where: { scope },
    orderBy: { at: 'desc' },
    take: MOST_SHOWN,
    select: { at: true, part: true, actorId: true, actorRole: true, via: true },
  })
}
