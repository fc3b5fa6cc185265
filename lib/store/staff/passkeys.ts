import { randomUUID } from 'node:crypto'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

/** A passkey as the library needs it to check an answer. */
export interface StoredPasskey {
  id: string
  /** In base64url, as the browser names it. */
  credential: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
}

/** The passkeys of a person. */
export async function readPasskeys(
  staffId: string,
  db: Database | AnyTx = database(),
): Promise<StoredPasskey[]> {
  const rows = await prismaOf(db).passkey.findMany({ where: { staffId }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ id, credential, publicKey, counter, transports }) => ({
    id,
    credential,
    publicKey: new Uint8Array(publicKey),
    counter: Number(counter),
    transports,
  }))
}

/** Adds a passkey; false where somebody has it already. */
export async function insertPasskey(
  tx: AnyTx,
  passkey: Omit<StoredPasskey, 'id'> & { staffId: string; name: string },
): Promise<boolean> {
  const { staffId, credential, publicKey, counter, transports, name } = passkey
  const added = await prismaOf(tx).$executeRaw`
    insert into passkey (id, staff_id, credential, public_key, counter, transports, name)
    values (${randomUUID()}, ${staffId}, ${credential}, ${publicKey}, ${counter}, ${transports}, ${name})
    on conflict (credential) do nothing`
  return added === 1
}

/**
 * Notes that a passkey was used, by its own count.
 * @returns false where the count has not grown, as that of a copied key doesn't; keys that don't count say 0 each time
 */
export async function markPasskeyUsed(tx: AnyTx, id: string, counter: number): Promise<boolean> {
  const used = await prismaOf(tx).$executeRaw`
    update passkey set counter = ${counter}, last_used_at = clock_timestamp()
    where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter} = 0))`
  return used === 1
}

/** Takes a person's passkey away; false where it isn't theirs. */
export async function deletePasskey(tx: AnyTx, staffId: string, id: string): Promise<boolean> {
  const { count } = await prismaOf(tx).passkey.deleteMany({ where: { id, staffId } })
  return count === 1
}
