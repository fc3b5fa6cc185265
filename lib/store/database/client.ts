import { setTimeout as pause } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { Prisma, PrismaClient } from '@/prisma/generated/client'
import { oneAtATime } from './one-at-a-time'
import { type AnyTx, prismaOf } from './prisma-of'
import { appConnectionString, CONNECT_MS, withSessionOptions } from './role'

export type Database = PrismaClient
/** What a function gets that works inside {@link transaction}. */
export type Transaction = Prisma.TransactionClient

const CONNECTIONS = 10
const ATTEMPTS = 4
/** A busy machine is slow, not broken: only after this long does a transaction complain that it couldn't begin, or end. */
const PATIENCE = { maxWait: CONNECT_MS, timeout: 30_000 }

const SESSION = {
  // Prisma's adapter drops the offset of a time that PostgreSQL answers and takes the rest for UTC.
  TimeZone: 'UTC',
  // A page never waits longer than this for the database; what takes longer belongs to the worker.
  statement_timeout: '15000',
  lock_timeout: '8000',
  idle_in_transaction_session_timeout: '30000',
}

/** Finds out as whom to connect when the first query needs it, so that importing this file opens nothing. */
class AppAdapter extends PrismaPg {
  constructor(private readonly databaseUrl: string) {
    super(databaseUrl)
  }
  override async connect() {
    const connectionString = withSessionOptions(await appConnectionString(this.databaseUrl), SESSION)
    const lost = (error: Error) => log.warn({ err: error }, 'database connection lost')
    const adapter = new PrismaPg(
      { connectionString, max: CONNECTIONS, connectionTimeoutMillis: CONNECT_MS, idleTimeoutMillis: 30_000 },
      { onPoolError: lost, onConnectionError: lost },
    )
    return oneAtATime(await adapter.connect())
  }
}

/** A client of its own for a given address; tests and the command line close it with `$disconnect()`. */
export function connect(databaseUrl: string): Database {
  return new PrismaClient({
    adapter: new AppAdapter(databaseUrl),
    errorFormat: 'minimal',
    transactionOptions: PATIENCE,
  })
}

// Pages, route handlers and the web server are bundled apart, and each would open a pool of its own.
declare global {
  var habeasDatabase: Database | undefined
}

/** This process's client, made at the first call. */
export function database(): Database {
  globalThis.habeasDatabase ??= connect(env().databaseUrl)
  return globalThis.habeasDatabase
}

/** A write conflict or deadlock: PostgreSQL rolled this transaction back, so retrying is safe. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  if (error.code === 'P2034') return true
  const cause = JSON.stringify(error.meta?.driverAdapterError ?? '')
  return cause.includes('"TransactionWriteConflict"')
}

/**
 * Runs `work` in one transaction, and again from the start (at most three times, after a short random pause)
 * when PostgreSQL ended it for a deadlock or a serialization failure. What `work` does outside the database
 * must be safe to repeat.
 * @throws what `work` throws, after undoing everything
 */
export async function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  options: { database?: Database; isolationLevel?: Prisma.TransactionIsolationLevel } = {},
): Promise<T> {
  const db = options.database ?? database()
  const isolation = options.isolationLevel && { isolationLevel: options.isolationLevel }
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, isolation)
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error
      await pause(20 * 2 ** attempt * Math.random())
    }
  }
}

/** The database's own time: what is due is decided by it. */
export async function databaseNow(db: Database | AnyTx = database()): Promise<Date> {
  const [row] = await prismaOf(db).$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
  if (!row) throw new Error('the database told no time')
  return row.now
}
