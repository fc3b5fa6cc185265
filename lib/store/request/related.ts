import { emailKey } from '@/lib/core/account/matching'
import { type RelatedRequest, relatedRequest } from '@/lib/core/request/related'
import { Prisma } from '@/prisma/generated/client'
import type { Database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** More than a person ever makes; the newest count. */
const MOST = 100

/**
 * Other requests, open and closed, about the same account or any of its addresses, oldest first; those whose mailbox nobody has
 * confirmed yet don't count. Failed verifications are counted for a year.
 * @param accountId what a look-up has just found, or what the request knows
 */
export async function loadRelated(
  tx: AnyTx | Database,
  { id, email, requesterEmail }: { id: string; email: string; requesterEmail: string },
  accountId: string | null,
): Promise<RelatedRequest[]> {
  if (email === '') return []
  const asked = { email: emailKey(email), requester: emailKey(requesterEmail) }
  // Arrays, so that each look-up goes by an index however many requests there are.
  const rows = await prismaOf(tx).$queryRaw`
    with mailbox as materialized (
      select email_key from account_address where account_id = any(array(
        select account_id from account_address where email_key = ${asked.email}
        union select ${accountId}::text where ${accountId}::text is not null))),
    known as materialized (
      select array(select account_id from account_address where email_key = ${asked.email}
          union select ${accountId}::text where ${accountId}::text is not null) as accounts,
        array(select email_key from mailbox union select ${asked.email}) as addresses),
    other as materialized (
      select id from request where account_id = any((select accounts from known)::text[])
      union select id from request where email_key = any((select addresses from known)::text[]))
    select * from (
      select r.id, r.reference, r.type, r.state, r.outcome, r.on_hold as "onHold", r.received_at as "receivedAt",
        r.closed_at as "closedAt",
        case when ${accountId}::text is null then r.email_key = ${asked.email}
          else r.account_id = ${accountId} or (r.account_id is null and r.email_key = ${asked.email})
        end is true as "sameSubject",
        r.requester_key = ${asked.requester}
          or (r.requester_key in (select email_key from mailbox)
            and ${asked.requester} in (select email_key from mailbox)) as "sameRequester",
        (select count(*)::int from verification v
          where v.request_id = r.id and v.result = 'failed' and v.judged_at > now() - interval '1 year') as "failedVerifications",
        (select count(*)::int from verification v
          where v.request_id = r.id and r.state = 'closed' and v.result is null and v.answered_at > now() - interval '1 year') as "unjudgedAnswers"
      from other cross join lateral (select * from request where request.id = other.id offset 0) r
      where r.id <> ${id} and r.state <> 'submitted'
      order by r.received_at desc, r.id desc limit ${MOST}) newest
    order by "receivedAt", id`
  return relatedRequest.array().parse(rows)
}

/** The system's open tasks of these requests that are in work: they are tried again once what they waited for is over. */
export async function openSystemTasks(tx: AnyTx, requestIds: readonly string[]): Promise<string[]> {
  if (requestIds.length === 0) return []
  const rows = await prismaOf(tx).$queryRaw<{ id: string }[]>(Prisma.sql`
    select task.id from task join request on request.id = task.request_id
    where request.id in (${Prisma.join([...requestIds])}) and request.state = 'processing'
      and task.team = 'system' and task.state = 'open'`)
  return rows.map(({ id }) => id)
}
