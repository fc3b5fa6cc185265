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
 * Requests whose messages wait for the next mail to a mailbox, the longest first; their messages are locked. What has lost its
 * meaning meanwhile, since the request is closed or was confirmed by an earlier mail, waits no longer.
 * @param emailHash the mailbox as a keyed hash
 * @param most how many requests
 */
export async function lockWaiting(tx: AnyTx, emailHash: string, most: number): Promise<WaitingRequest[]> {
  await prismaOf(tx).$executeRaw`
    update message set waits_for = null, delivery = 'suppressed', delivery_at = now()
    from request r
    where waits_for = ${emailHash} and r.id = request_id
      and (case when message.key = 'request-received' then r.state <> 'submitted' else r.confirmed_at is null end)`
  return await prismaOf(tx).$queryRaw<WaitingRequest[]>`
    with held as (
      select id, request_id, at from message where waits_for = ${emailHash} order by id for update)
    select r.id as "requestId", r.reference, r.type, r.received_at as "receivedAt", r.requester_email as "requesterEmail",
      r.confirmed_at is not null as confirmed, array_agg(held.id) as "messageIds"
    from held join request r on r.id = held.request_id
    group by r.id order by min(held.at), r.id limit ${most}`
}

/** Notes which mail of the outbox carries these messages. */
export async function markCarried(tx: AnyTx, messageIds: readonly string[], outboxId: string): Promise<void> {
  await prismaOf(tx).message.updateMany({
    where: { id: { in: [...messageIds] } },
    data: { waitsFor: null, carriedById: outboxId },
  })
}
