import { randomUUID } from 'node:crypto'
import { keyedHash, mailedSecret, newSecret } from '@/lib/secrets'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { shutOut } from './shut-out'

/**
 * `confirm` shows what was asked for and takes the confirmation; `page` opens the requester's own page;
 * `object` takes an objection from the account's mailbox; `subject` asks the person whether somebody may act for them.
 */
export type LinkPurpose = 'confirm' | 'page' | 'object' | 'subject'

export interface AccessLink {
  id: string
  requestId: string
  reference: string
  purpose: LinkPurpose
  /** The address that the link was mailed to. */
  sentTo: string
  /** Only an `open` link does anything; by the database's clock. */
  state: 'open' | 'used' | 'expired' | 'revoked'
}

/**
 * Makes a link for a mail, within the transaction that queues the mail.
 * @param link.days for how long it opens: until the confirmation window ends, or 30 for a page
 * @returns the token, for `/r/{token}`; only its keyed hash is kept, so this is the one time it can be known
 */
export async function createAccessLink(
  tx: AnyTx,
  link: { requestId: string; purpose: LinkPurpose; sentTo: string; days: number },
): Promise<string> {
  const token = newSecret()
  await prismaOf(tx).$executeRaw`
    insert into access_link (id, request_id, purpose, token_hash, sent_to, created_at, expires_at)
    values (${randomUUID()}, ${link.requestId}, ${link.purpose}, ${keyedHash('access link', token)}, ${link.sentTo},
      clock_timestamp(), clock_timestamp() + make_interval(secs => ${link.days * 86_400}::float8))`
  return token
}

/**
 * The link of a token, used and expired ones too; null for a token that was never issued. Changes nothing. Once a request has closed,
 * only the links to its page are of use: to confirm, to object and to agree there is nothing left.
 */
export async function findAccessLink(text: unknown, db: Database = database()): Promise<AccessLink | null> {
  const token = mailedSecret(text)
  if (token === null) return null
  const [link] = await db.$queryRaw<AccessLink[]>`
    select link.id, request_id as "requestId", reference, purpose, sent_to as "sentTo",
      case when revoked_at is not null then 'revoked' when used_at is not null then 'used'
        when expires_at <= clock_timestamp() or (request.state = 'closed' and purpose <> 'page') or ${shutOut}
          then 'expired' else 'open' end as state
    from access_link link join request on request.id = request_id
    where token_hash = ${keyedHash('access link', token)}`
  return link ?? null
}

/** Spends an open link. Of any number who try at once, exactly one is answered true. */
export async function useAccessLink(id: string, tx: AnyTx | Database = database()): Promise<boolean> {
  const spent = await prismaOf(tx).$executeRaw`
    update access_link set used_at = clock_timestamp()
    where id = ${id} and used_at is null and revoked_at is null and expires_at > clock_timestamp()`
  return spent === 1
}

/** Ends every way in to a request: the links that were mailed and the visits that they began. */
export async function revokeLinks(tx: AnyTx, requestId: string): Promise<void> {
  await prismaOf(tx).$executeRaw`
    update access_link set revoked_at = clock_timestamp() where request_id = ${requestId} and revoked_at is null`
  await prismaOf(tx).$executeRaw`
    update requester_session set revoked_at = clock_timestamp()
    where request_id = ${requestId} and revoked_at is null`
}
