import { randomUUID } from 'node:crypto'
import { type Actor, isRole, type Role } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { type Database, database } from '../database/client'
import { prismaOf, type Tx } from '../database/prisma-of'

/** Who may see tokens: admins, and the command line as the system. */
const mayManage = (actor: Actor) =>
  actor.kind === 'system' || (actor.kind === 'staff' && can(actor.role, 'manage-tokens'))

export interface Token {
  id: string
  name: string
  role: string
  /** Whose it is, and whether they are shut out; null for the operator's. */
  owner: { name: string; disabledAt: Date | null } | null
  createdAt: Date
  /** Null for tokens of before tokens had an end. */
  expiresAt: Date | null
  /** For a second person to apply it. */
  waiting: boolean
  /** To the minute. */
  lastUsedAt: Date | null
  revokedAt: Date | null
}

export interface NewToken {
  name: string
  role: Role
  tokenHash: string
  ownerId: string | null
  days: number
  waiting: boolean
}

/** Adds a token by its hash, within the caller's transaction; who may and what is audited is the caller's. @returns its id */
export async function insertToken(tx: Tx, token: NewToken): Promise<string> {
  const id = randomUUID()
  const { name, role, tokenHash, ownerId, days, waiting } = token
  await prismaOf(tx).$executeRaw`
    insert into api_token (id, name, role, token_hash, owner_id, expires_at, waiting)
    values (${id}, ${name}, ${role}, ${tokenHash}, ${ownerId},
      clock_timestamp() + make_interval(days => ${days}::int), ${waiting})`
  return id
}

/** A token that isn't revoked, locked until the transaction ends. */
export async function lockToken(
  tx: Tx,
  id: string,
): Promise<{ role: string; ownerId: string | null } | null> {
  const [row] = await prismaOf(tx).$queryRaw<{ role: string; ownerId: string | null }[]>`
    select role, owner_id as "ownerId" from api_token where id = ${id} and revoked_at is null for update`
  return row ?? null
}

/** Lets a token that waited open something; false where it doesn't wait, was revoked, or its end has come. */
export async function letTokenIn(tx: Tx, id: string): Promise<boolean> {
  const changed = await prismaOf(tx).$executeRaw`
    update api_token set waiting = false
    where id = ${id} and waiting and revoked_at is null and expires_at > clock_timestamp()`
  return changed === 1
}

/**
 * Whose token it could be: somebody who works here, by id or by address in canonical form (`emailKey`); null for nobody, and for
 * an address that two people have.
 */
export async function findOwner(tx: Tx, idOrEmail: string): Promise<string | null> {
  const found = await prismaOf(tx).staff.findMany({
    where: { disabledAt: null, OR: [{ id: idOrEmail }, { email: idOrEmail }] },
    select: { id: true },
    take: 2,
  })
  const [person, other] = found
  return person && !other ? person.id : null
}

/**
 * The live token with this hash, noting that it was used (at most once a minute, so that a busy client costs no write
 * a call); null for unknown, waiting, ended and revoked ones, and for those whose owner is shut out.
 */
export async function useToken(
  tokenHash: string,
  db: Database = database(),
): Promise<{ id: string; role: Role } | null> {
  const [token] = await db.$queryRaw<{ id: string; role: string; stale: boolean }[]>`
    select token.id, token.role,
      token.last_used_at is null or token.last_used_at < clock_timestamp() - interval '1 minute' as stale
    from api_token token left join staff owner on owner.id = token.owner_id
    where token.token_hash = ${tokenHash} and token.revoked_at is null and not token.waiting
      and (token.expires_at is null or token.expires_at > clock_timestamp())
      and (token.owner_id is null or owner.disabled_at is null)`
  if (!token || !isRole(token.role)) return null
  // A command of the same token that runs now holds its row; the next call notes the use.
  if (token.stale)
    await db.$executeRaw`
      update api_token set last_used_at = clock_timestamp()
      where id in (select id from api_token where id = ${token.id} for no key update skip locked)`
  return { id: token.id, role: token.role }
}

/** Every token, newest first, at most 200; the tokens themselves are known to nobody. */
export async function listTokens(actor: Actor, db: Database = database()): Promise<Token[]> {
  if (!mayManage(actor)) return []
  return db.apiToken.findMany({
    select: {
      id: true,
      name: true,
      role: true,
      owner: { select: { name: true, disabledAt: true } },
      createdAt: true,
      expiresAt: true,
      waiting: true,
      lastUsedAt: true,
      revokedAt: true,
    },
    orderBy: { createdAt: 'desc' },
    take: 200,
  })
}

/** Ends a token at once and for good, within the caller's transaction; false where there is no such live token. */
export async function endToken(tx: Tx, id: string): Promise<boolean> {
  const ended = await prismaOf(tx).$executeRaw`
    update api_token set revoked_at = clock_timestamp() where id = ${id} and revoked_at is null`
  return ended === 1
}
