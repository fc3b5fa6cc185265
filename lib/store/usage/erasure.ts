import { type AnyTx, prismaOf } from '../database/prisma-of'

/**
 * Deletes every event of somebody, taken or rejected. Rolled-up figures stay: they name nobody.
 * @param pseudonyms theirs, one for each key version
 * @returns how many events there were
 */
export async function deleteEventsOf(tx: AnyTx, pseudonyms: readonly string[]): Promise<number> {
  const all = [...pseudonyms]
  const events = await prismaOf(tx)
    .$executeRaw`delete from usage_event where user_pseudonym = any(${all}::text[])`
  const rejected = await prismaOf(tx)
    .$executeRaw`delete from usage_rejected where user_pseudonym = any(${all}::text[])`
  return events + rejected
}
