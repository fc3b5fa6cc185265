import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { samePersonAs } from '../staff/acting'

const rowSchema = z.object({
  id: z.string(),
  subject: z.string(),
  value: z.unknown(),
  note: z.string(),
  proposedAt: z.date(),
  proposedBy: z.string().nullable(),
  /** Whether its reader proposed it, under any account or token of theirs: somebody else applies it. */
  isOwn: z.boolean(),
})
/** A change that waits for a second Privacy person, as one of them sees it. */
export type ProposalRow = z.output<typeof rowSchema>

/** Open proposals about a subject, or about everything that begins with it; the oldest first. Privacy's alone. */
export async function readProposals(
  actor: Actor,
  beginning: string,
  db: Database = database(),
): Promise<ProposalRow[]> {
  if (actor.kind !== 'staff' || !can(actor.role, 'edit-handbook')) return []
  const rows = await db.$queryRaw(Prisma.sql`
    select one.id, one.subject, one.value, one.note, one.proposed_at as "proposedAt",
      staff.name as "proposedBy", one.proposed_by_id in (${samePersonAs(actor)}) as "isOwn"
    from proposal one left join staff on staff.id = one.proposed_by_id
    where one.state = 'open' and starts_with(one.subject, ${beginning})
    order by one.proposed_at, one.id limit 200`)
  return z.array(rowSchema).parse(rows)
}

/** Keeps a proposal, unless one about the same subject is open. @returns its id, or null */
export async function insertProposal(
  tx: AnyTx,
  proposal: { subject: string; value: Prisma.InputJsonValue; note: string; proposedById: string; at: Date },
): Promise<string | null> {
  const { subject, value, note, proposedById, at } = proposal
  await prismaOf(tx).$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`proposal ${subject}`}, 7))`
  if (await prismaOf(tx).proposal.findFirst({ where: { subject, state: 'open' }, select: { id: true } }))
    return null
  const id = randomUUID()
  await prismaOf(tx).proposal.create({ data: { id, subject, value, note, proposedById, proposedAt: at } })
  return id
}

export type LockedProposal = Pick<ProposalRow, 'id' | 'subject' | 'value' | 'note'> & { proposedById: string }

/** An open proposal, locked until the transaction ends. */
export async function lockProposal(tx: AnyTx, id: string): Promise<LockedProposal | null> {
  const [row] = await prismaOf(tx).$queryRaw<LockedProposal[]>`
    select id, subject, value, note, proposed_by_id as "proposedById"
    from proposal where id = ${id} and state = 'open' for update`
  return row ?? null
}

export async function settleProposal(
  tx: AnyTx,
  id: string,
  state: 'applied' | 'withdrawn',
  by: { id: string; at: Date },
): Promise<void> {
  await prismaOf(tx).proposal.update({ where: { id }, data: { state, decidedById: by.id, decidedAt: by.at } })
}
