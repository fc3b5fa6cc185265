import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import { MIGRATIONS, migrationNames } from './migration-names'
import { diffSchemas, type PrismaFile } from './schema-engine'

/** Every entry point runs from the project's root. */
const SCHEMA = resolve('prisma/schema')
/** The schema as the newest migration leaves it; the next migration is the difference to prisma/schema. */
const SNAPSHOT = join(MIGRATIONS, 'schema-at-last-migration.prisma')
const LOCK = join(MIGRATIONS, 'migration_lock.toml')
/** Triggers, checks, partial indexes: what Prisma's schema can't say. Lives beside a migration, appended to it. */
const HAND_WRITTEN = 'hand-written.sql'

/** All migrations in the form that Prisma's engine wants. */
export function migrationList(): MigrationList {
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: existsSync(LOCK) ? readFileSync(LOCK, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map(path => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(MIGRATIONS, path, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

function schemaFiles(): PrismaFile[] {
  return readdirSync(SCHEMA)
    .filter(name => name.endsWith('.prisma'))
    .sort()
    .map(name => ({ path: join(SCHEMA, name), content: readFileSync(join(SCHEMA, name), 'utf8') }))
}

function snapshot(): PrismaFile[] {
  return existsSync(SNAPSHOT) ? [{ path: SNAPSHOT, content: readFileSync(SNAPSHOT, 'utf8') }] : []
}

/** SQL that is still missing between the migrations and prisma/schema; a comment alone when nothing is. */
export async function pendingSql(databaseUrl: string): Promise<string> {
  return diffSchemas(databaseUrl, snapshot(), schemaFiles())
}

/**
 * For developers: writes prisma/migrations/NAME from the difference between the last migration's schema and
 * prisma/schema, followed by NAME/hand-written.sql where that exists. With `rewrite`, the only migration
 * there is is written anew, which is right until the first release and never after.
 * @throws when `rewrite` is asked for and there are more migrations
 */
export async function writeMigration(databaseUrl: string, name: string, rewrite: boolean): Promise<string> {
  const others = migrationNames().filter(migration => migration !== name)
  if (rewrite && others.length > 0) throw new Error('Only the very first migration can be written anew.')
  const folder = join(MIGRATIONS, name)
  const file = join(folder, 'migration.sql')
  if (existsSync(file) && !rewrite) throw new Error(`${name} exists; choose another name.`)
  const files = schemaFiles()
  const sql = await diffSchemas(databaseUrl, rewrite ? [] : snapshot(), files)
  const extra = join(folder, HAND_WRITTEN)
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    file,
    [sql.trimEnd(), existsSync(extra) ? readFileSync(extra, 'utf8').trim() : ''].join('\n\n').trimEnd() +
      '\n',
  )
  writeFileSync(SNAPSHOT, `${files.map(file => file.content.trim()).join('\n\n')}\n`)
  if (!existsSync(LOCK)) writeFileSync(LOCK, 'provider = "postgresql"\n')
  return file
}
