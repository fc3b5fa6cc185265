import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils'

/** Runs tasks in the order in which they come, each after the end of the one before, however that ended. */
export function inTurn(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}

function queued(tx: Transaction): Transaction {
  const turn = inTurn()
  const { queryRaw, executeRaw } = tx
  tx.queryRaw = query => turn(() => queryRaw.call(tx, query))
  tx.executeRaw = query => turn(() => executeRaw.call(tx, query))
  return tx
}

/**
 * Lets each transaction of an adapter send one query at a time. A transaction has one connection, but Prisma loads
 * several relations of a row in parallel, and pg refuses that from version 9 on.
 * @returns the same adapter
 */
export function oneAtATime<Adapter extends SqlDriverAdapter>(adapter: Adapter): Adapter {
  const start = adapter.startTransaction
  adapter.startTransaction = async isolation => queued(await start.call(adapter, isolation))
  return adapter
}
