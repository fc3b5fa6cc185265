import { type Database, database } from './client'

/** The oldest and newest PostgreSQL that every release is tried on. */
const MAJORS = { from: 15, to: 18 }

export interface DatabaseHealth {
  major: number
  supported: boolean
  /** Name of the role that the product works as. */
  worksAs: string
  /** How far this machine's clock is ahead of the database's, in seconds. */
  clockAheadSeconds: number
}

/** What `doctor` tells about the database. @throws when it can't be reached */
export async function databaseHealth(now: Date, db: Database = database()): Promise<DatabaseHealth> {
  const [row] = await db.$queryRaw<{ version: number; worksAs: string; now: Date }[]>`
    select current_setting('server_version_num')::int as version, current_user::text as "worksAs",
      clock_timestamp() as now`
  if (!row) throw new Error('the database told nothing about itself')
  const major = Math.floor(row.version / 10_000)
  return {
    major,
    supported: major >= MAJORS.from && major <= MAJORS.to,
    worksAs: row.worksAs,
    clockAheadSeconds: (now.getTime() - row.now.getTime()) / 1000,
  }
}
