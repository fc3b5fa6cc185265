import { type AnyTx, prismaOf } from '../database/prisma-of'

/** A request with messages that wait for the next mail to its mailbox. */
export interface WaitingRequest {
  requestId: string
  reference: string
  type: string
  receivedAt: Date
  requesterEmail: string
  confirmed: boolean
  messageIds: string[]
}

/**
 * Requests whose messages wait for the next mail to a mailbox: those that were asked of last, and those that wait longest, so
 * that neither a flood nor a backlog keeps its owner's own from it. The last asked of come first; all messages that wait are
 * locked. What has lost its meaning meanwhile, since the request is closed or was confirmed by an earlier mail, waits no longer.
 * @param emailHash the mailbox as a keyed hash
 * @param most how many requests of either kind
 * @returns also whether others wait beside them
 */
export async function lockWaiting(
  tx: AnyTx,
  emailHash: string,
  most: { newest: number; oldest: number },
): Promise<{ requests: WaitingRequest[]; more: boolean }> {
  await prismaOf(tx).$executeRaw`
    update message set waits_for = null, delivery = 'suppressed', delivery_at = now()
    from request r
    where waits_for = ${emailHash} and r.id = request_id
      and (case when message.key = 'request-received' then r.state <> 'submitted' else r.confirmed_at is null end)`
  const rows = await prismaOf(tx).$queryRaw<(WaitingRequest & { all: number })[]>`
    with held as (
      select id, request_id, at from message where waits_for = ${emailHash} order by id for update),
    waiting as (
      select request_id, max(at) as last, array_agg(id) as ids from held group by request_id),
    placed as (
      select *, row_number() over (order by last desc, request_id) as from_newest,
        (count(*) over ())::int as total
      from waiting)
    select r.id as "requestId", r.reference, r.type, r.received_at as "receivedAt", r.requester_email as "requesterEmail",
      r.confirmed_at is not null as confirmed, placed.ids as "messageIds", placed.total as "all"
    from placed join request r on r.id = placed.request_id
    where from_newest <= ${most.newest}::int or from_newest > placed.total - ${most.oldest}::int
    order by from_newest`
  const requests = rows.map(({ all: _, ...request }) => request)
  return { requests, more: (rows[0]?.all ?? 0) > rows.length }
}

/** Notes which mail of the outbox carries these messages. */
export async function markCarried(tx: AnyTx, messageIds: readonly string[], outboxId: string): Promise<void> {
  await prismaOf(tx).message.updateMany({
    where: { id: { in: [...messageIds] } },
    data: { waitsFor: null, carriedById: outboxId },
  })
}
