import type { Actor, StaffActor } from '@/lib/core/people/actor'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/**
 * Who acts now, and the ids under which the same person acts: those of every account with their address, and of the tokens of
 * these. One address can have an account here and one for each identity at the provider; behind them all is one human.
 */
export interface Acting {
  /** The person's id in `staff`; null for a token that belongs to nobody. */
  person: string | null
  same: readonly string[]
  /** When they last proved who they are, in the session by which they act; null where they act by none. */
  confirmedAt: Date | null
}

/**
 * Looks at who acts once more, inside the transaction that changes something. The rows stay as they are until it ends: an act
 * that ends a session, disables a person, changes a role or revokes a token waits for it, or it waits for that act.
 * @returns null where this actor may not act any more, or not with this role
 */
export async function lockActing(tx: AnyTx, actor: StaffActor): Promise<Acting | null> {
  return actor.via === 'token' ? await lockToken(tx, actor) : await lockPersonActing(tx, actor)
}

/** The ids of the accounts that have this one's address, in upper or lower case, itself among them, and of their tokens. */
const idsOf = (account: Prisma.Sql) => Prisma.sql`
  select other.id from staff own join staff other on lower(other.email) = lower(own.email) where own.id = ${account}
  union all
  select token.id from staff own join staff other on lower(other.email) = lower(own.email)
    join api_token token on token.owner_id = other.id
  where own.id = ${account}`

async function lockPersonActing(tx: AnyTx, { id, role, session }: StaffActor): Promise<Acting | null> {
  const [row] = await prismaOf(tx).$queryRaw<Acting[]>`
    with person as (
      select id from staff where id = ${id} and role = ${role} and disabled_at is null for share
    ), session as (
      select id, confirmed_at from staff_session
      where id = ${session ?? null}::text and staff_id = (select id from person)
        and revoked_at is null and expires_at > clock_timestamp() for share
    )
    select person.id as person, array(${idsOf(Prisma.sql`person.id`)}) as same,
      session.confirmed_at as "confirmedAt"
    from person left join session on true
    where ${session ?? null}::text is null or session.id is not null`
  return row ?? null
}

/** A token counts only as long as its owner may act; those that belong to nobody count as one person for each role. */
async function lockToken(tx: AnyTx, { id, role }: StaffActor): Promise<Acting | null> {
  const [row] = await prismaOf(tx).$queryRaw<Acting[]>`
    with token as (
      select id, owner_id, role from api_token
      where id = ${id} and role = ${role} and revoked_at is null and not waiting
        and (expires_at is null or expires_at > clock_timestamp()) for share
    ), owner as (
      select id from staff where id = (select owner_id from token) and disabled_at is null for share
    )
    select owner.id as person, array(
      ${idsOf(Prisma.sql`owner.id`)}
      union all
      select other.id from api_token other
      where token.owner_id is null and other.owner_id is null and other.role = token.role
    ) as same, null as "confirmedAt"
    from token left join owner on true
    where token.owner_id is null or owner.id is not null`
  return row ?? null
}

/** The ids under which the person acts who is this actor, or owns it: a query for others to look into. */
export function samePersonAs(actor: StaffActor): Prisma.Sql {
  const own = Prisma.sql`(select owner_id from api_token where id = ${actor.id})`
  const [theirs, operators] =
    actor.via === 'token'
      ? [own, Prisma.sql`${own} is null and owner_id is null and role = ${actor.role}`]
      : [Prisma.sql`${actor.id}`, Prisma.sql`false`]
  return Prisma.sql`${idsOf(theirs)} union all select id from api_token where ${operators}`
}

/** The ids under which the same person acts, to say ahead what four eyes would refuse; empty for those who aren't staff. */
export async function readSamePerson(actor: Actor, db: Database = database()): Promise<readonly string[]> {
  if (actor.kind !== 'staff') return []
  const rows = await db.$queryRaw<{ id: string }[]>(samePersonAs(actor))
  return rows.map(({ id }) => id)
}
