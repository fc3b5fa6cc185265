import { randomUUID } from 'node:crypto'
import { keyedHash, mailedSecret } from '@/lib/secrets'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

export interface Subscriber {
  id: string
  email: string
  confirmed: boolean
}

/**
 * The secret of a subscriber's link: derived, so that every mail can carry it while the database holds only its hash.
 * @returns 43 characters
 */
export const linkToken = (id: string): string => keyedHash('usage subscription', id, 'base64url')

const hashOf = (token: string) => keyedHash('usage subscription', token)

/** So many addresses may wait to be confirmed; beyond them, those that have waited longest are forgotten. */
const MOST_UNCONFIRMED = 10_000

/** Somebody asks to be told of changes. @returns who it is, new or known, with the secret of their link */
export async function askToSubscribe(
  tx: AnyTx,
  email: string,
  most = MOST_UNCONFIRMED,
): Promise<Subscriber & { token: string }> {
  const id = randomUUID()
  await prismaOf(tx).$executeRaw`
    insert into usage_subscriber (id, email, token_hash, asked_at)
    values (${id}, ${email}, ${hashOf(linkToken(id))}, clock_timestamp())
    on conflict (email) do update set asked_at = excluded.asked_at where usage_subscriber.confirmed_at is null`
  await prismaOf(tx).$executeRaw`
    delete from usage_subscriber where id in (
      select id from usage_subscriber where confirmed_at is null and email <> ${email}
      order by asked_at desc offset ${most - 1}::int limit 20)`
  const row = await prismaOf(tx).usageSubscriber.findUniqueOrThrow({ where: { email } })
  return { id: row.id, email, confirmed: row.confirmedAt !== null, token: linkToken(row.id) }
}

/** Whose link this is; null for one that leads nowhere (any more). */
export async function findSubscriber(
  text: unknown,
  db: Database | AnyTx = database(),
): Promise<Subscriber | null> {
  const token = mailedSecret(text)
  if (token === null) return null
  const row = await prismaOf(db).usageSubscriber.findUnique({ where: { tokenHash: hashOf(token) } })
  return row && { id: row.id, email: row.email, confirmed: row.confirmedAt !== null }
}

/** The mailbox's owner has confirmed; safe to repeat. */
export async function confirmSubscriber(id: string, db: Database = database()): Promise<void> {
  await db.$executeRaw`
    update usage_subscriber set confirmed_at = coalesce(confirmed_at, clock_timestamp()) where id = ${id}`
}

/** Forgets a subscriber, and the address with them. */
export async function deleteSubscriber(id: string, db: Database = database()): Promise<void> {
  await db.usageSubscriber.deleteMany({ where: { id } })
}

/** Addresses that nobody has confirmed for seven days. */
export async function deleteUnconfirmedSubscribers(db: Database = database()): Promise<void> {
  await db.$executeRaw`
    delete from usage_subscriber where confirmed_at is null and asked_at < now() - interval '7 days'`
}

/** How many confirmed addresses are told of changes. */
export const countSubscribers = (db: Database = database()): Promise<number> =>
  db.usageSubscriber.count({ where: { confirmedAt: { not: null } } })
