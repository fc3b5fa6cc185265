import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'

/** Tables that Prisma neither makes nor removes. */
const FILTERS = { externalTables: [], externalEnums: [] }

/**
 * Hands a migration to PostgreSQL whole. Prisma's adapter cuts scripts at every semicolon, which breaks the
 * bodies of functions, and runs the pieces apart; whole, a migration is applied completely or not at all.
 */
class WholeScripts extends PrismaPg {
  private readonly open: { dispose(): Promise<void> }[] = []

  override async connect() {
    const adapter = await super.connect()
    this.open.push(adapter)
    adapter.executeScript = async script => {
      await adapter.underlyingDriver().query(script)
    }
    return adapter
  }

  async close() {
    await Promise.allSettled(this.open.map(adapter => adapter.dispose()))
  }
}

let loaded = false

/** Prisma's schema engine as WebAssembly: the native one is a download that closed networks don't have. */
async function load(): Promise<void> {
  if (loaded) return
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(join(dirname(file), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engineModule })
  engineModule.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  loaded = true
}

export interface PrismaFile {
  path: string
  content: string
}

/** Applies the migrations that the database doesn't have yet, and answers their names. */
export async function applyList(databaseUrl: string, migrationsList: MigrationList): Promise<string[]> {
  return withEngine(databaseUrl, async engine => {
    const done = await engine.applyMigrations({ migrationsList, filters: FILTERS })
    return done.appliedMigrationNames
  })
}

/** The SQL that leads from one schema to another; an empty list of files is an empty database. */
export async function diffSchemas(
  databaseUrl: string,
  from: readonly PrismaFile[],
  to: readonly PrismaFile[],
): Promise<string> {
  return withEngine(databaseUrl, async engine => {
    const result = await engine.diff({
      from: from.length === 0 ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [...from] },
      to: { tag: 'schemaDatamodel', files: [...to] },
      script: true,
      exitCode: null,
      filters: FILTERS,
    })
    return result.stdout ?? ''
  })
}

async function withEngine<T>(
  databaseUrl: string,
  work: (engine: engineModule.SchemaEngine) => Promise<T>,
): Promise<T> {
  await load()
  const scripts = new WholeScripts({ connectionString: databaseUrl, max: 2 })
  const adapter = bindMigrationAwareSqlAdapterFactory(scripts)
  const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
  try {
    return await work(engine)
  } finally {
    engine.free()
    await scripts.close()
  }
}
