import { type Database, database } from './client'
import { type AnyTx, prismaOf } from './prisma-of'

/** Keyed hashes of a fixed text: they tell one key from another, and nothing about either. */
export interface KeyCheck {
  key: string
  signIn: string
}

const NAME = 'key-check'

/** The check values of the keys that this database was made with; null where none were kept yet. */
export async function readKeyCheck(db: Database = database()): Promise<KeyCheck | null> {
  const [row] = await db.$queryRaw<KeyCheck[]>`
    select value->>'key' as key, value->>'signIn' as "signIn" from setting where key = ${NAME}`
  return row ?? null
}

/** Keeps check values where there are none. Of any number who come first at once, all are answered the same. */
export async function keepKeyCheck(own: KeyCheck, db: Database = database()): Promise<KeyCheck> {
  const value = JSON.stringify(own)
  await db.$executeRaw`
    insert into setting (key, value, updated_at) values (${NAME}, ${value}::jsonb, now()) on conflict (key) do nothing`
  return (await readKeyCheck(db)) ?? own
}

/** Replaces them, or a part of them. */
export async function changeKeyCheck(
  change: Partial<KeyCheck>,
  tx: AnyTx | Database = database(),
): Promise<void> {
  await prismaOf(tx).$executeRaw`
    update setting set value = value || ${JSON.stringify(change)}::jsonb, updated_at = now() where key = ${NAME}`
}
