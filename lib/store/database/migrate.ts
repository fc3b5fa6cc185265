import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { grantRights } from './grants'
import { migrationList } from './migrations'
import { CONNECT_MS } from './role'
import { applyList } from './schema-engine'

/** Any number that nothing else in the database locks; two starts at once take turns. */
const TURN = 7_212_026

export interface Migrated {
  /** Names of the migrations that were applied just now. */
  applied: string[]
  /** Whether the product can work as its own role. */
  roleReady: boolean
}

const silent = new Logger(() => () => undefined)

/**
 * Brings a database up to date as its owner: our migrations, the job queue's own, then the rights of the
 * product's role. Safe to repeat and to run from two processes at once.
 * @throws with Prisma's explanation when a migration failed; nothing of that migration is left behind
 */
export async function migrate(databaseUrl: string): Promise<Migrated> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [TURN])
    const applied = await applyList(databaseUrl, migrationList())
    await runMigrations({ connectionString: databaseUrl, logger: silent })
    return { applied, roleReady: await grantRights(client) }
  } finally {
    await client.end()
  }
}
