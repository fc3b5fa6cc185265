import { type Database, database, type Transaction } from '../database/client'

export interface KeyVersion {
  version: number
  since: Date
  /** The announcement that told people of it. */
  changeId: string
}

/** What pseudonyms are made under before anything was ever announced. */
const FIRST = 1

/** The version that new events are pseudonymised under. */
export async function currentKeyVersion(db: Database | Transaction = database()): Promise<number> {
  const [row] = await db.$queryRaw<
    { version: number | null }[]
  >`select max(version) as version from usage_key`
  return row?.version ?? FIRST
}

/** Every version under which stored events may have been pseudonymised, newest first: an erasure looks under each. */
export async function retainedKeyVersions(db: Database | Transaction = database()): Promise<number[]> {
  const versions = (await keyVersions(db)).map(key => key.version)
  return versions.length > 0 ? versions : [FIRST]
}

/** All versions with their beginnings, newest first. */
export async function keyVersions(db: Database | Transaction = database()): Promise<KeyVersion[]> {
  return await db.$queryRaw<KeyVersion[]>`
    select version, since, change_id as "changeId" from usage_key order by version desc`
}

/** Begins a version; from the next event on, pseudonyms are made under it. */
export async function beginKeyVersion(
  tx: Transaction,
  { version, since, changeId }: KeyVersion,
): Promise<void> {
  await tx.$executeRaw`insert into usage_key (version, since, change_id) values (${version}, ${since}, ${changeId})`
}
