import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

export interface KeyVersion {
  version: number
  since: Date
  /** The announcement that told people of it. */
  changeId: string
}

/** What pseudonyms are made under before anything was ever announced. */
const FIRST = 1

/** The version that new events are pseudonymised under. */
export async function currentKeyVersion(db: Database | AnyTx = database()): Promise<number> {
  const [row] = await prismaOf(db).$queryRaw<
    { version: number | null }[]
  >`select max(version) as version from usage_key`
  return row?.version ?? FIRST
}

/** Every version under which stored events may have been pseudonymised, newest first: an erasure looks under each. */
export async function retainedKeyVersions(db: Database | AnyTx = database()): Promise<number[]> {
  const versions = (await keyVersions(db)).map(key => key.version)
  return versions.length > 0 ? versions : [FIRST]
}

/** All versions with their beginnings, newest first. */
export async function keyVersions(db: Database | AnyTx = database()): Promise<KeyVersion[]> {
  return await prismaOf(db).$queryRaw<KeyVersion[]>`
    select version, since, change_id as "changeId" from usage_key order by version desc`
}

/** Begins a version; from the next event on, pseudonyms are made under it. */
export async function beginKeyVersion(tx: AnyTx, { version, since, changeId }: KeyVersion): Promise<void> {
  await prismaOf(tx)
    .$executeRaw`insert into usage_key (version, since, change_id) values (${version}, ${since}, ${changeId})`
}
