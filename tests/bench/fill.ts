import pg from 'pg'
import { migrate } from '@/lib/store/database/migrate'
import { STATEMENTS, TABLES } from './rows'

/** As many connections as there are statements worth running side by side on two cores. */
const LANES = 2

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs statements on a few connections at once. Foreign keys hold by construction; checking each row would take minutes. */
async function inLanes(url: string, statements: readonly (string | pg.QueryConfig)[]): Promise<void> {
  const left = [...statements]
  const lane = () =>
    asOwner(url, async client => {
      await client.query(`set maintenance_work_mem = '256MB'`)
      const { rows } = await client.query<{ super: boolean }>(
        `select rolsuper as super from pg_roles where rolname = current_user`,
      )
      if (rows[0]?.super) await client.query(`set session_replication_role = 'replica'`)
      for (let next = left.shift(); next !== undefined; next = left.shift()) await client.query(next)
    })
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** Takes the secondary indexes away and answers the statements that bring them back. */
async function withoutIndexes(url: string): Promise<string[]> {
  return await asOwner(url, async client => {
    const { rows } = await client.query<{ name: string; definition: string }>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i where i.indrelid = any ($1::regclass[]) and not i.indisprimary
         and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('u', 'x'))`,
      [TABLES],
    )
    for (const { name } of rows) await client.query(`drop index ${name}`)
    return rows.map(row => row.definition)
  })
}

/** Makes a database anew on the server of `serverUrl`, migrates it and fills it with so many requests. @returns its address */
export async function makeFilled(serverUrl: string, name: string, requests: number): Promise<string> {
  await asOwner(serverUrl, async client => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
  })
  const address = new URL(serverUrl)
  address.pathname = `/${name}`
  const url = address.href
  await migrate(url)
  const indexes = await withoutIndexes(url)
  for (const statements of STATEMENTS) {
    await inLanes(
      url,
      statements.map(text => (text.includes('$1') ? { text, values: [requests] } : text)),
    )
  }
  await inLanes(url, indexes)
  await inLanes(
    url,
    TABLES.map(table => `vacuum (analyze) ${table}`),
  )
  return url
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await asOwner(serverUrl, client => client.query(`drop database if exists ${name} with (force)`))
}

export { asOwner }
