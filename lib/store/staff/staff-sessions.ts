import { randomUUID } from 'node:crypto'
import { type Role, roles } from '@/lib/core/people/actor'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** A session ends after this long without a page, and after this long in any case. */
export const IDLE_HOURS = 8
export const LONGEST_HOURS = 24

export interface SignedIn {
  id: string
  email: string
  name: string
  role: Role
  singleKeys: boolean
}

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

/** Begins a session; the caller has the secret that the hash was made of, and nobody else ever will. */
export async function beginSession(
  staffId: string,
  tokenHash: string,
  db: Database | AnyTx = database(),
): Promise<void> {
  await prismaOf(db).$executeRaw`
    insert into staff_session (id, staff_id, token_hash, created_at, last_seen_at, expires_at)
    values (${randomUUID()}, ${staffId}, ${tokenHash}, clock_timestamp(), clock_timestamp(),
      clock_timestamp() + make_interval(hours => ${LONGEST_HOURS}::int))`
}

/**
 * Who is signed in by the session with this hash: neither ended, idle nor over, of somebody who still works here. The role
 * is the one that they have now. Notes at most once a minute that it was seen.
 */
export async function readSession(tokenHash: string, db: Database = database()): Promise<SignedIn | null> {
  const [row] = await db.$queryRaw<(Omit<SignedIn, 'role'> & { role: string; stale: boolean })[]>`
    select staff.id, staff.email, staff.name, staff.role, staff.single_keys as "singleKeys",
      session.last_seen_at < now() - interval '1 minute' as stale
    from staff_session session join staff on staff.id = session.staff_id
    where session.token_hash = ${tokenHash} and session.revoked_at is null and session.expires_at > now()
      and session.last_seen_at > now() - make_interval(hours => ${IDLE_HOURS}::int) and staff.disabled_at is null`
  if (!row || !isRole(row.role)) return null
  const { stale, role, ...person } = row
  if (stale)
    await db.$executeRaw`update staff_session set last_seen_at = clock_timestamp() where token_hash = ${tokenHash}`
  return { ...person, role }
}

/** Ends one session. */
export async function endSession(tokenHash: string, db: Database | AnyTx = database()): Promise<void> {
  await prismaOf(db).$executeRaw`
    update staff_session set revoked_at = clock_timestamp() where token_hash = ${tokenHash} and revoked_at is null`
}

/** Ends every session of a person, in the transaction of what made that necessary. */
export async function endSessionsOf(tx: AnyTx, staffId: string): Promise<void> {
  await prismaOf(tx).$executeRaw`
    update staff_session set revoked_at = clock_timestamp() where staff_id = ${staffId} and revoked_at is null`
}
