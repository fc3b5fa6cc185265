import { type Database, database } from './client'
import { migrationNames } from './migration-names'

/**
 * Names of the migrations that this version brings and the database hasn't finished; empty when it is up to date.
 * @throws when the database can't be reached or was never migrated
 */
export async function missingMigrations(db: Database = database()): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    select migration_name as name from _prisma_migrations
    where finished_at is not null and rolled_back_at is null`
  const finished = new Set(rows.map(row => row.name))
  return migrationNames().filter(name => !finished.has(name))
}
