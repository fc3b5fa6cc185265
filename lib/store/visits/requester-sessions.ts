import { randomUUID } from 'node:crypto'
import { keyedHash, looksLikeSecret, newSecret } from '@/lib/secrets'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { shutOut } from './shut-out'

/** How long a visit lasts, in hours. */
export const VISIT_HOURS = 24

export interface RequesterSession {
  id: string
  /** The one request that this visit may see. */
  requestId: string
  reference: string
}

/**
 * Begins a visit to one request.
 * @param token a secret that the same press of a button gives again; a new one without it
 * @returns the cookie's value; only its keyed hash is kept
 */
export async function createRequesterSession(
  tx: AnyTx,
  requestId: string,
  token: string = newSecret(),
): Promise<string> {
  await prismaOf(tx).$executeRaw`
    insert into requester_session (id, request_id, token_hash, created_at, expires_at)
    values (${randomUUID()}, ${requestId}, ${keyedHash('requester session', token)}, clock_timestamp(),
      clock_timestamp() + make_interval(hours => ${VISIT_HOURS}::int))`
  return token
}

/** The visit of a cookie, while it lasts; null for anything else. */
export async function findRequesterSession(
  token: unknown,
  db: Database = database(),
): Promise<RequesterSession | null> {
  if (!looksLikeSecret(token)) return null
  const [session] = await db.$queryRaw<RequesterSession[]>`
    select session.id, request_id as "requestId", reference
    from requester_session session join request on request.id = request_id
    where token_hash = ${keyedHash('requester session', token)}
      and revoked_at is null and expires_at > clock_timestamp() and not ${shutOut}`
  return session ?? null
}

/** Whether the visit of a cookie to this request began in the last ten minutes and still lasts. */
export async function beganJustNow(
  token: string,
  requestId: string,
  db: Database = database(),
): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    select 1 from requester_session
    where token_hash = ${keyedHash('requester session', token)} and request_id = ${requestId}
      and revoked_at is null and created_at > clock_timestamp() - interval '10 minutes'`
  return found.length > 0
}

/** Ends a visit at once: the cookie is worth nothing from now on, wherever it is. */
export async function endRequesterSession(token: unknown, db: Database = database()): Promise<void> {
  if (!looksLikeSecret(token)) return
  await db.$executeRaw`
    update requester_session set revoked_at = clock_timestamp()
    where token_hash = ${keyedHash('requester session', token)} and revoked_at is null`
}

/** The request of a visit, also for a day after the visit was over; null once somebody has ended it. */
export async function requestOfVisit(token: unknown, db: Database = database()): Promise<string | null> {
  if (!looksLikeSecret(token)) return null
  const [session] = await db.$queryRaw<{ requestId: string }[]>`
    select request_id as "requestId" from requester_session
    where token_hash = ${keyedHash('requester session', token)} and revoked_at is null
      and expires_at > clock_timestamp() - interval '1 day'`
  return session?.requestId ?? null
}
