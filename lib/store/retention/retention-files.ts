import type { SystemActor } from '@/lib/core/people/actor'
import type { RetentionDays } from '@/lib/core/settings/retention'
import { Prisma } from '@/prisma/generated/client'
import { appendAudit } from '../audit/audit'
import { type Database, database, databaseNow, transaction } from '../database/client'
import { type Due, notWaiting } from '../database/due-tries'
import { forgetFile } from '../request/files'
import type { RemoveBytes } from './retention'

const BATCH = 50

/**
 * A file `f` of a request `r` that has had its time: a package so many days after closing; a proof so many days after Privacy
 * decided, or after closing where nobody did. A proof stays while another decision about it is still open.
 */
const outOfTime = ({ packages, proofs }: RetentionDays) => Prisma.sql`
  f.removed_at is null and (
    (f.purpose = 'hand-over' and r.state = 'closed' and r.closed_at < now() - make_interval(days => ${packages + 1}::int))
    or (f.purpose = 'proof'
      and not exists (select from authority a where a.request_id = r.id and a.round = r.round and a.result is null
        and r.state <> 'closed')
      and coalesce((select max(a.decided_at) from authority a where a.request_id = r.id), r.closed_at)
        < now() - make_interval(days => ${proofs + 1}::int)))`

/** Files due for erasure, except those that wait after a failed try. */
export async function filesOutOfTime(
  _actor: SystemActor,
  days: RetentionDays,
  db: Database = database(),
): Promise<Due[]> {
  return await db.$queryRaw<Due[]>`
    select f.id, r.reference from file f join request r on r.id = f.request_id
    where f.purpose in ('hand-over', 'proof') and ${outOfTime(days)} and ${notWaiting('files', Prisma.sql`f.id`)}
    order by f.added_at limit ${BATCH}`
}

/** Erases a file's bytes and name, and keeps its row. False where there is nothing to do (any more). */
export async function removeFile(
  actor: SystemActor,
  id: string,
  days: RetentionDays,
  removeBytes: RemoveBytes,
): Promise<boolean> {
  return await transaction(async tx => {
    const [due] = await tx.$queryRaw<{ requestId: string; storageKey: string; purpose: string }[]>`
      select r.id as "requestId", f.storage_key as "storageKey", f.purpose
      from file f join request r on r.id = f.request_id where f.id = ${id} and ${outOfTime(days)} for update of r`
    if (!due) return false
    const { requestId, storageKey, purpose } = due
    await removeBytes(storageKey)
    const at = await databaseNow(tx)
    await forgetFile(tx, id, at)
    await appendAudit(tx, {
      scope: requestId,
      at,
      command: 'remove-file',
      commandId: `remove-file:${id}`,
      actor,
      facts: { file: id, purpose },
    })
    return true
  })
}
