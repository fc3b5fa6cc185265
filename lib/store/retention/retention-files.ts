import type { SystemActor } from '@/lib/core/people/actor'
import type { RetentionDays } from '@/lib/core/settings/retention'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type Due, notWaiting } from '../database/due-tries'
import { prismaOf, type Tx } from '../database/prisma-of'

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

interface DueFile {
  requestId: string
  storageKey: string
  purpose: string
}

/** One file, where it has had its time: its request is locked until the transaction ends. Null otherwise. */
export async function lockFileOutOfTime(tx: Tx, id: string, days: RetentionDays): Promise<DueFile | null> {
  const [due] = await prismaOf(tx).$queryRaw<DueFile[]>`
    select r.id as "requestId", f.storage_key as "storageKey", f.purpose
    from file f join request r on r.id = f.request_id where f.id = ${id} and ${outOfTime(days)} for update of r`
  return due ?? null
}
