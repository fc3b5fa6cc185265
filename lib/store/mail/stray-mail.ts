import type { Actor } from '@/lib/core/people/actor'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { mayManageJobs } from '../database/jobs'

/** A mail outside any conversation that came back, or of which nobody knows whether it arrived. */
export interface StrayMail {
  id: string
  /** Key of the mail. */
  kind: string
  reference: string | null
  /** Where it went; null for those who see no personal data, unless it went to one of ours. */
  recipient: string | null
  state: 'bounced' | 'uncertain'
  settledAt: Date | null
}

/** What came back of a conversation is on its request; the mail for several requests at once is on each of them. */
const STRAY = Prisma.sql`o.state in ('bounced', 'uncertain') and o.message_id is null and o.kind <> 'requests-waiting'
  and o.settled_at > now() - interval '30 days'`

/**
 * Mails of no conversation that didn't arrive within the last 30 days: task mails, notices, codes, answers to complaints, news. The
 * newest first, at most 200; for those who look after what failed.
 * @param ours kinds of mail that go to teams and colleagues
 */
export async function strayMail(
  actor: Actor,
  ours: readonly string[],
  db: Database = database(),
): Promise<StrayMail[]> {
  if (!mayManageJobs(actor)) return []
  const all = actor.kind === 'staff' && actor.role === 'privacy'
  return await db.$queryRaw<StrayMail[]>`
    select o.id, split_part(o.kind, ':', 1) as kind, r.reference, o.state, o.settled_at as "settledAt",
      case when ${all} or o.kind = any(${ours}) then o.recipient end as recipient
    from outbox o left join request r on r.id = o.request_id
    where ${STRAY} order by o.settled_at desc limit 200`
}

/** How many there are by kind, and how many messages of open requests came back or are uncertain; no personal data. */
export async function undeliveredCounts(
  db: Database = database(),
): Promise<{ stray: { kind: string; count: number }[]; messages: number }> {
  const stray = await db.$queryRaw<{ kind: string; count: number }[]>`
    select split_part(o.kind, ':', 1) as kind, count(*)::int as count from outbox o where ${STRAY} group by 1 order by 2 desc, 1`
  const [row] = await db.$queryRaw<{ messages: number }[]>`
    select count(*)::int as messages from message m join request r on r.id = m.request_id
    where m.delivery in ('bounced', 'uncertain') and r.state <> 'closed'`
  return { stray, messages: row?.messages ?? 0 }
}
