import { limitHash } from '@/lib/secrets'
import { type Database, database } from './client'
import { type AnyTx, prismaOf } from './prisma-of'

export interface Allowance {
  ok: boolean
  /** Whole seconds until the window ends; 0 where it is allowed. */
  retryAfterSeconds: number
}

/**
 * Takes one of `points` uses, or `amount` of them, that `key` has in a window of `windowSeconds`, counted by the database's clock and shared
 * by every process. One statement, so that parallel calls can't slip through together; a refused call counts, too.
 * Keys name addresses and networks of people, so only their keyed hash is kept.
 * @param key what is limited and for whom, e.g. `sign-in:address:192.0.2.7`
 */
export async function consume(
  key: string,
  points: number,
  windowSeconds: number,
  db: Database | AnyTx = database(),
  amount = 1,
): Promise<Allowance> {
  const [row] = await prismaOf(db).$queryRaw<{ used: number; left: number; fresh: boolean }[]>`
    with clock as (select (extract(epoch from clock_timestamp()) * 1000)::bigint as now)
    insert into rate_limit as held (key, points, expire)
    select ${limitHash(key)}, ${amount}::int, clock.now + ${windowSeconds}::bigint * 1000 from clock
    on conflict (key) do update set
      points = case when held.expire <= (select now from clock) then ${amount}::int else least(held.points, 1000000000) + ${amount}::int end,
      expire = case when held.expire <= (select now from clock) then excluded.expire else held.expire end
    returning points as used, ((expire - (select now from clock)) / 1000.0)::float8 as left, (xmax = 0) as fresh`
  if (!row) throw new Error('the limit answered nothing')
  if (row.fresh) await deleteExpiredLimits(db)
  if (row.used <= points) return { ok: true, retryAfterSeconds: 0 }
  return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(row.left)) }
}

/**
 * Gives uses back, e.g. after a sign-in that turned out to be right: only failures count.
 * @param amount how many; of a window that has begun since, no more than were used in it
 */
export async function giveBack(key: string, db: Database | AnyTx = database(), amount = 1): Promise<void> {
  if (amount <= 0) return
  await prismaOf(db).$executeRaw`
    update rate_limit set points = greatest(points - ${amount}::int, 0) where key = ${limitHash(key)} and points > 0`
}

/** Each new key deletes a few expired ones, so that the table stays small. */
async function deleteExpiredLimits(db: Database | AnyTx): Promise<void> {
  await prismaOf(db).$executeRaw`
    delete from rate_limit where key in (
      select key from rate_limit where expire <= (extract(epoch from clock_timestamp()) * 1000)::bigint
      order by expire limit 5 for update skip locked)`
}
