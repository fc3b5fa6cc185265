import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** Asks the database of a product that runs on this data folder, as its owner. */
export async function inDatabaseOf<Row extends pg.QueryResultRow>(
  folder: string,
  statement: string,
  ...values: string[]
): Promise<Row[]> {
  const { env } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8'))
  const client = new pg.Client({ connectionString: env.DATABASE_URL })
  await client.connect()
  try {
    return (await client.query<Row>(statement, values)).rows
  } finally {
    await client.end()
  }
}

/** As if eleven minutes had passed since the person with this address proved who they are. */
export const elevenMinutesLater = (folder: string, email: string) =>
  inDatabaseOf(
    folder,
    `update staff_session set confirmed_at = confirmed_at - interval '11 minutes'
      where staff_id = (select id from staff where email = $1)`,
    email,
  )
