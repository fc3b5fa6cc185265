import { z } from 'zod'
import { type Actor, type Role, roles } from '@/lib/core/people/actor'
import { abilities, can } from '@/lib/core/people/permissions'
import { rolesBeyond } from '@/lib/core/people/rank'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { samePersonAs } from './acting'

/** Lets changes of people's rights come one after the other: what one reads of the others then stays true until it ends. */
export async function lockRights(tx: AnyTx): Promise<void> {
  await prismaOf(tx).$executeRaw`select pg_advisory_xact_lock(hashtextextended('rights of people', 7))`
}

const rowSchema = z.object({
  id: z.string(),
  kind: z.enum(['role', 'person', 'token']),
  about: z.string().nullable(),
  /** Of the person who would get the right, or who owns the token. */
  personId: z.string().nullable(),
  email: z.string().nullable(),
  value: z.object({ from: z.enum(roles).optional(), to: z.enum(roles) }),
  state: z.enum(['open', 'applied', 'withdrawn']),
  /** Whether its reader proposed it, under any account or token of theirs. */
  isOwn: z.boolean(),
  /** Whether its reader would get the right, or owns the token that would. */
  isForSelf: z.boolean(),
  proposedBy: z.string().nullable(),
  proposedAt: z.date(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
})
/** A right that waits for a second person, or what became of it. `about` names the person or the token. */
export type RightRow = z.output<typeof rowSchema>

/** Rights that wait, the oldest first, and the last ten that were decided; nobody but admins and Privacy sees them. */
export async function listRights(actor: Actor, db: Database = database()): Promise<RightRow[]> {
  if (actor.kind !== 'staff' || !can(actor.role, 'approve-rights')) return []
  const among = (state: Prisma.Sql, order: Prisma.Sql, most: number) => Prisma.sql`
    (select * from proposal where split_part(subject, '/', 1) in ('role', 'person', 'token') and ${state}
      order by ${order}, id limit ${most}::int)`
  const rows = await db.$queryRaw(Prisma.sql`
    with same as (${samePersonAs(actor)})
    select wanted.id, split_part(wanted.subject, '/', 1) as kind, wanted.value, wanted.state,
      coalesce(person.name, token.name) as about, coalesce(person.id, token.owner_id) as "personId",
      coalesce(person.email, owner.email) as email,
      wanted.proposed_by_id in (select id from same) as "isOwn",
      coalesce(coalesce(person.id, token.owner_id) in (select id from same), false) as "isForSelf",
      proposer.name as "proposedBy", wanted.proposed_at as "proposedAt",
      decider.name as "decidedBy", wanted.decided_at as "decidedAt"
    from (
      ${among(Prisma.sql`state = 'open'`, Prisma.sql`proposed_at`, 200)}
      union all
      ${among(Prisma.sql`state <> 'open'`, Prisma.sql`decided_at desc`, 10)}
    ) wanted
      left join staff person on person.id = split_part(wanted.subject, '/', 2)
        and split_part(wanted.subject, '/', 1) <> 'token'
      left join api_token token on token.id = split_part(wanted.subject, '/', 2)
        and split_part(wanted.subject, '/', 1) = 'token'
      left join staff owner on owner.id = token.owner_id
      left join staff proposer on proposer.id = wanted.proposed_by_id
      left join staff decider on decider.id = wanted.decided_by_id
    order by wanted.state <> 'open', case when wanted.state = 'open' then wanted.proposed_at end, wanted.decided_at desc`)
  return z.array(rowSchema).parse(rows)
}

/**
 * How many others could apply what this person proposes: admins and people of Privacy who aren't shut out. Accounts with the same
 * address are one person.
 */
export async function otherApprovers(actor: Actor, db: Database = database()): Promise<number> {
  if (actor.kind !== 'staff' || !can(actor.role, 'approve-rights')) return 0
  const [row] = await db.$queryRaw<{ others: number }[]>`
    select count(distinct lower(email))::int as others from staff
    where role = any(${[...abilities['approve-rights']]}::text[]) and disabled_at is null
      and lower(email) <> coalesce((select lower(own.email) from staff own where own.id = ${actor.id}), '')`
  return row?.others ?? 0
}

/** Takes back what waits about this person or token, because it has become pointless. */
export async function withdrawRightsOf(
  tx: AnyTx,
  subject: string,
  by: { id: string; at: Date },
): Promise<void> {
  await prismaOf(tx).proposal.updateMany({
    where: { subject, state: 'open' },
    data: { state: 'withdrawn', decidedById: by.id, decidedAt: by.at },
  })
}

/** Ends a person's tokens, waiting ones too, whose role isn't within the one that they have now. @returns how many */
export async function endTokensBeyond(tx: AnyTx, ownerId: string, role: Role): Promise<number> {
  return await prismaOf(tx).$executeRaw`
    update api_token set revoked_at = clock_timestamp()
    where owner_id = ${ownerId} and revoked_at is null and role = any(${rolesBeyond(role)}::text[])`
}
