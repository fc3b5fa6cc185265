import { Prisma } from '@/prisma/generated/client'
import { type Database, database, transaction } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { addSendJob, PRIORITY, SEND_KEY } from './outbox'

/** A queued row that nobody has tried for so long has no worker, or a parked job. */
const IDLE = Prisma.sql`interval '10 minutes'`

/** Not settled, and not one whose job is parked: that is held against nobody. */
const UNDER_WAY = Prisma.sql`
  earlier.state in ('queued', 'claimed', 'transmitting')
  and (earlier.state <> 'queued' or earlier.send_after > now() - ${IDLE}
    or exists (select from graphile_worker.jobs job
      where job.key = ${SEND_KEY} || earlier.id and job.attempts < job.max_attempts))`

/** Mails that a row of the outbox has to wait for: queued before it to the same recipient, about the same request or both messages. */
const EARLIER = Prisma.sql`(
  select earlier.send_after from outbox earlier
  where earlier.request_id = outbox.request_id and earlier.recipient = outbox.recipient and earlier.seq < outbox.seq
    and ${UNDER_WAY}
  union all
  select earlier.send_after from outbox earlier
  where outbox.message_id is not null and earlier.message_id is not null
    and earlier.recipient = outbox.recipient and earlier.seq < outbox.seq and ${UNDER_WAY})`

/** No mail has to leave before this row of the outbox. */
export const ITS_TURN = Prisma.sql`not exists ${EARLIER}`

/**
 * Where a queued row is due and has to wait for earlier ones, it is looked at again when the first of these is tried next; sooner
 * where that is settled.
 */
export async function awaitTurn(id: string, db: Database = database()): Promise<void> {
  await transaction(
    async tx => {
      const [row] = await tx.$queryRaw<{ seconds: number }[]>`
        select greatest(5, least(3600, extract(epoch from (
          select min(send_after) from ${EARLIER} earlier) - clock_timestamp())))::float8 as seconds
        from outbox where id = ${id} and state = 'queued' and not (${ITS_TURN})`
      if (row)
        await addSendJob(tx, id, { inSeconds: row.seconds, priority: PRIORITY.retry, keepsMoment: true })
    },
    { database: db },
  )
}

/** A row is settled: the next to its recipient may be due. */
export async function wakeNext(tx: AnyTx, id: string): Promise<void> {
  const isNext = Prisma.sql`later.recipient = settled.recipient and later.seq > settled.seq and later.state = 'queued'
    and later.send_after <= clock_timestamp() + interval '1 second'`
  const [next] = await prismaOf(tx).$queryRaw<{ id: string }[]>`
    select next.id from outbox settled cross join lateral (
      (select later.id, later.seq from outbox later
        where later.request_id = settled.request_id and ${isNext} order by later.seq limit 1)
      union all
      (select later.id, later.seq from outbox later
        where settled.message_id is not null and later.message_id is not null and ${isNext} order by later.seq limit 1)
    ) next
    where settled.id = ${id} order by next.seq limit 1`
  if (next) await addSendJob(tx, next.id, { priority: PRIORITY.message })
}
