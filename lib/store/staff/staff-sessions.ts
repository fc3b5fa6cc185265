import { randomUUID } from 'node:crypto'
import { isRole, type Role } from '@/lib/core/people/actor'
import { hasSecondFactor, isSignInMethod, type SignInMethod } from '@/lib/core/people/sign-in-methods'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { settingSchemas } from '../settings/settings'
import { spendStepsOf } from './sign-in-steps'

/** Somebody who is signed in, and the session by which they are. */
export interface SignedIn {
  id: string
  email: string
  name: string
  role: Role
  singleKeys: boolean
  sessionId: string
  method: SignInMethod
  /** When they last proved who they are. */
  confirmedAt: Date
  /** Whether the password alone let them in, though their role must have a second factor. */
  lacksFactor: boolean
}

export interface NewSession {
  staffId: string
  tokenHash: string
  method: SignInMethod
  /** Where it was begun, for its owner to recognise it. */
  address?: string | undefined
  browser?: string | undefined
  /** The provider's name of the session. */
  oidcSid?: string | undefined
  /** When the person proved to the provider who they are; null where it doesn't say, so that nothing was proved. Without it, now. */
  provedAt?: Date | null | undefined
}

/** A provider's clock may be fast by so much; what it says of a later time is no proof. */
const FAST_SECONDS = 30

/**
 * Begins a session of somebody whom the transaction has locked, and found to sign in by this method. The caller has the secret that
 * the hash was made of, and nobody else ever will.
 * @returns its id
 */
export async function beginSession(
  { staffId, tokenHash, method, address, browser, oidcSid, provedAt }: NewSession,
  tx: AnyTx,
): Promise<string> {
  const id = randomUUID()
  const isProvedNow = provedAt === undefined
  await prismaOf(tx).$executeRaw`
    insert into staff_session
      (id, staff_id, token_hash, method, address, browser, oidc_sid, created_at, last_seen_at, confirmed_at, expires_at)
    select ${id}, ${staffId}, ${tokenHash}, ${method}, ${address ?? null}, ${browser ?? null}, ${oidcSid ?? null},
      now.at, now.at,
      case when ${isProvedNow} then now.at
        when ${provedAt ?? null}::timestamptz <= now.at + make_interval(secs => ${FAST_SECONDS}::int)
          then least(now.at, ${provedAt ?? null}::timestamptz)
        else now.at - interval '1 day' end,
      now.at + make_interval(hours => ${LONGEST_HOURS}::int)
    from (select clock_timestamp() as at) now`
  return id
}

/** The most that the setting allows: a session's end in any case; the setting may bring it forward at any time. */
const LONGEST_HOURS = 7 * 24

interface SessionRow extends Omit<SignedIn, 'role' | 'method' | 'lacksFactor'> {
  role: string
  method: string
  stale: boolean
  mustHave: unknown
}

/**
 * Who is signed in by the session with this hash: neither ended, idle nor over, of somebody who still works here. The role is the one
 * that they have now, the ends are those of the setting now. Notes at most once a minute that it was seen.
 * @param isUnprefixed it came by the cookie of former versions, so it must be a session of theirs
 */
export async function readSession(
  tokenHash: string,
  isUnprefixed = false,
  db: Database | AnyTx = database(),
): Promise<SignedIn | null> {
  const prisma = prismaOf(db)
  const [row] = await prisma.$queryRaw<SessionRow[]>`
    select staff.id, staff.email, staff.name, staff.role, staff.single_keys as "singleKeys",
      session.id as "sessionId", session.method, session.confirmed_at as "confirmedAt",
      session.last_seen_at < now() - interval '1 minute' as stale,
      (select value from setting where key = 'second-factor') as "mustHave"
    from staff_session session join staff on staff.id = session.staff_id
      left join setting ends on ends.key = 'session-ends'
    where session.token_hash = ${tokenHash} and session.revoked_at is null and session.expires_at > now()
      and session.created_at > now() - make_interval(hours => coalesce((ends.value->>'longestHours')::int, 24))
      and session.last_seen_at > now() - make_interval(hours => coalesce((ends.value->>'idleHours')::int, 8))
      and staff.disabled_at is null and (session.unprefixed or not ${isUnprefixed})`
  if (!row || !isRole(row.role) || !isSignInMethod(row.method)) return null
  const { stale, role, method, mustHave, ...person } = row
  // A change that the same session makes now holds its row; the next page notes that it was seen.
  if (stale)
    await prisma.$executeRaw`
      update staff_session set last_seen_at = clock_timestamp()
      where id in (select id from staff_session where token_hash = ${tokenHash} for no key update skip locked)`
  const lacksFactor =
    !hasSecondFactor(method) && settingSchemas['second-factor'].parse(mustHave ?? undefined).includes(role)
  return { ...person, role, method, lacksFactor }
}

/** A session as its owner sees it. */
export interface OwnSession {
  id: string
  method: SignInMethod
  createdAt: Date
  lastSeenAt: Date
  address: string | null
  browser: string | null
}

/** The open sessions of a person, the one that was used last first; at most 100. */
export async function listSessions(staffId: string, db: Database = database()): Promise<OwnSession[]> {
  const rows = await db.$queryRaw<(Omit<OwnSession, 'method'> & { method: string })[]>`
    select session.id, session.method, session.created_at as "createdAt", session.last_seen_at as "lastSeenAt",
      session.address, session.browser
    from staff_session session left join setting ends on ends.key = 'session-ends'
    where session.staff_id = ${staffId} and session.revoked_at is null and session.expires_at > now()
      and session.created_at > now() - make_interval(hours => coalesce((ends.value->>'longestHours')::int, 24))
      and session.last_seen_at > now() - make_interval(hours => coalesce((ends.value->>'idleHours')::int, 8))
    order by session.last_seen_at desc, session.id limit 100`
  return rows.flatMap(({ method, ...row }) => (isSignInMethod(method) ? [{ ...row, method }] : []))
}

/** Ends the sessions of which this is true, and the steps that they are in the middle of. @returns how many were open */
async function endWhere(tx: AnyTx, which: Prisma.Sql): Promise<number> {
  const [row] = await prismaOf(tx).$queryRaw<{ ended: number }[]>`
    with ended as (
      update staff_session set revoked_at = clock_timestamp(), address = null, browser = null
      where revoked_at is null and ${which} returning id
    ), spent as (
      update sign_in_step set used_at = clock_timestamp()
      where used_at is null and session_id in (select id from ended)
    )
    select count(*)::int as ended from ended`
  return row?.ended ?? 0
}

/** Ends one session by its secret's hash. */
export async function endSession(tx: AnyTx, tokenHash: string): Promise<void> {
  await endWhere(tx, Prisma.sql`token_hash = ${tokenHash}`)
}

/** Ends one session of a person; false where it is not theirs, or has ended. */
export async function endSessionOf(tx: AnyTx, staffId: string, sessionId: string): Promise<boolean> {
  return (await endWhere(tx, Prisma.sql`id = ${sessionId} and staff_id = ${staffId}`)) === 1
}

/**
 * Ends every session of a person, in the transaction of what made that necessary. A step that they are in the middle of is over,
 * too: the password that began it may be the one that has just been replaced.
 * @param except the session that stays open, if any
 * @returns how many were open
 */
export async function endSessionsOf(tx: AnyTx, staffId: string, except?: string): Promise<number> {
  await spendStepsOf(tx, staffId)
  return await endWhere(tx, Prisma.sql`staff_id = ${staffId} and id <> ${except ?? ''}`)
}

/** The person has just proved who they are, by this method. A session of single sign-on stays one, so that the provider can end it. */
export async function confirmSession(tx: AnyTx, sessionId: string, method?: SignInMethod): Promise<void> {
  await prismaOf(tx).$executeRaw`
    update staff_session set confirmed_at = clock_timestamp(),
      method = case when method = 'single-sign-on' then method else coalesce(${method ?? null}, method) end
    where id = ${sessionId} and revoked_at is null`
}

/**
 * Ends the sessions that the provider of single sign-on says have ended: the one of its own name, or all of a subject. With both, also
 * those of the subject of which it never told the name.
 * @returns the people whose sessions these were, each once
 */
export async function endProvidersSessions(
  tx: AnyTx,
  { issuer, subject, sid }: { issuer: string; subject: string | null; sid: string | null },
): Promise<string[]> {
  const rows = await prismaOf(tx).$queryRaw<{ staffId: string }[]>`
    update staff_session session set revoked_at = clock_timestamp(), address = null, browser = null
    from staff
    where staff.id = session.staff_id and staff.oidc_issuer = ${issuer} and session.revoked_at is null
      and session.method = 'single-sign-on'
      and (${subject}::text is null or staff.oidc_subject = ${subject})
      and (${sid}::text is null or session.oidc_sid = ${sid}
        or (${subject}::text is not null and session.oidc_sid is null))
    returning session.staff_id as "staffId"`
  return [...new Set(rows.map(({ staffId }) => staffId))]
}
