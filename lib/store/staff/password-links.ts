import { randomUUID } from 'node:crypto'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

export const LINK_HOURS = 48

/**
 * Ends the links of a person that nobody has used. They are over, which is something else than used: a link that was used a moment
 * ago is answered like the first press.
 */
export async function endPasswordLinks(tx: AnyTx, staffId: string): Promise<void> {
  await prismaOf(tx).$executeRaw`
    update password_link set expires_at = clock_timestamp() - interval '1 second'
    where staff_id = ${staffId} and used_at is null and expires_at > clock_timestamp()`
}

/** Makes a link that works once; earlier ones of the same person stop working. */
export async function createPasswordLink(tx: AnyTx, staffId: string, tokenHash: string): Promise<void> {
  await endPasswordLinks(tx, staffId)
  await prismaOf(tx).$executeRaw`
    insert into password_link (id, staff_id, token_hash, expires_at)
    values (${randomUUID()}, ${staffId}, ${tokenHash},
      clock_timestamp() + make_interval(hours => ${LINK_HOURS}::int))`
}

export interface LinkOwner {
  staffId: string
  email: string
  name: string
}

/** Whose link this is, while it can be used. Looking changes nothing. */
export async function readPasswordLink(
  tokenHash: string,
  db: Database | AnyTx = database(),
): Promise<LinkOwner | null> {
  const [row] = await prismaOf(db).$queryRaw<LinkOwner[]>`
    select staff.id as "staffId", staff.email, staff.name
    from password_link link join staff on staff.id = link.staff_id
    where link.token_hash = ${tokenHash} and link.used_at is null and link.expires_at > clock_timestamp()
      and staff.disabled_at is null and staff.oidc_subject is null`
  return row ?? null
}

/** Uses the link up; false where somebody was quicker, or its time is over. */
export async function spendPasswordLink(tx: AnyTx, tokenHash: string): Promise<boolean> {
  const used = await prismaOf(tx).$executeRaw`
    update password_link set used_at = clock_timestamp()
    where token_hash = ${tokenHash} and used_at is null and expires_at > clock_timestamp()`
  return used === 1
}

/** Whose link was used up within the last two minutes, and the hash of their password. */
export async function readJustSpent(
  tokenHash: string,
  db: Database | AnyTx = database(),
): Promise<(LinkOwner & { passwordHash: string | null }) | null> {
  const [row] = await prismaOf(db).$queryRaw<(LinkOwner & { passwordHash: string | null })[]>`
    select staff.id as "staffId", staff.email, staff.password_hash as "passwordHash"
    from password_link link join staff on staff.id = link.staff_id
    where link.token_hash = ${tokenHash} and link.used_at > clock_timestamp() - interval '2 minutes'
      and staff.disabled_at is null`
  return row ?? null
}
