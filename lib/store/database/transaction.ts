import { database, transaction } from './client'
import { Tx } from './prisma-of'

export { databaseNow } from './client'
export type { Tx }

/**
 * Runs `work` in one transaction, and again from the start when PostgreSQL ended it for a conflict with another one.
 * What `work` does outside the database must be safe to repeat, as removing bytes is; what it asks of the database are
 * functions of the store, which take `tx`.
 * @throws what `work` throws, after undoing everything
 */
export const inTransaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  transaction(prisma => work(new Tx(prisma)))

/** Ends this process's connections. */
export const closeDatabase = (): Promise<void> => database().$disconnect()
