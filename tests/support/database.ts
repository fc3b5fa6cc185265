import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { connect, type Database } from '@/lib/store/database/client'
import { employ } from '../factories/staff'
import { TEMPLATE } from './cluster'
import { endPool } from './end-pool'

export interface TestDatabase {
  /** Address as the owner: `node-postgres` for looking behind the product's back, or `env().databaseUrl`. */
  url: string
  /** The product's client, working as the product's role. */
  db: Database
  /** One statement as the owner. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('clusterUrl') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/**
 * A migrated database of its own for this test file, gone when the file is done. Call it once, at the top:
 * `const { db, sql } = await testDatabase()`. From then on `database()` is its client, too.
 * @param options.staffed with the people and tokens whom tests act as; a new installation has nobody
 */
export async function testDatabase({ staffed = true } = {}): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await asAdmin(`create database ${name} template ${TEMPLATE} strategy file_copy`)
  const address = new URL(inject('clusterUrl'))
  address.pathname = `/${name}`
  const url = address.href
  const db = connect(url)
  globalThis.habeasDatabase = db
  const owner = new pg.Pool({ connectionString: url, max: 2 })
  afterAll(async () => {
    await db.$disconnect()
    await endPool(owner)
    await asAdmin(`drop database if exists ${name} with (force)`)
  })
  const sql = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
    (await owner.query<Row>(text, values)).rows
  if (staffed) await employ(sql)
  return { url, db, sql }
}
