import { type Database, transaction } from '../database/client'

/** What the drafts of the public forms may take together; `bytes` as they are stored. */
export interface MostDrafts {
  bytes: number
  rows: number
}

/**
 * Forgets the oldest drafts of the network that has the most, until all of them are within bounds: the most bytes where there are
 * too many bytes, the most drafts where there are too many drafts. Those of a person's own page, which have no network, are
 * neither counted nor forgotten; nor is one that is being changed or sent at this moment.
 * @param newest the one that was just written, which stays
 */
export async function makeRoom(newest: string, most: MostDrafts, db: Database): Promise<void> {
  if (!(await excess(most, db))) return
  await transaction(
    async tx => {
      // One after the other, or each would make room for all of them.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('room for drafts', 7))`
      for (let over = await excess(most, tx); over; over = await excess(most, tx))
        if ((await forget(newest, over, tx)) === 0) return
    },
    { database: db },
  )
}

type Excess = { of: 'bytes' | 'rows'; by: number }
type Queries = Pick<Database, '$queryRaw' | '$executeRaw'>

async function excess(most: MostDrafts, db: Queries): Promise<Excess | null> {
  const [held] = await db.$queryRaw<MostDrafts[]>`
    select coalesce(sum(octet_length(payload)), 0)::float8 as bytes, count(*)::int as rows
    from intake_draft where network <> ''`
  if (held && held.bytes > most.bytes) return { of: 'bytes', by: held.bytes - most.bytes }
  if (held && held.rows > most.rows) return { of: 'rows', by: held.rows - most.rows }
  return null
}

/** Takes from one network no more than is too much. */
const forget = (newest: string, { of, by }: Excess, db: Queries): Promise<number> =>
  db.$executeRaw`
    with weighed as (
        select id, network, expires_at, case ${of} when 'bytes' then octet_length(payload) else 1 end as weight
        from intake_draft where network <> ''),
      largest as (
        select network from weighed group by network having bool_or(id <> ${newest})
        order by sum(weight) desc limit 1),
      eldest as (
        select id, sum(weight) over (order by expires_at, id) - weight as before
        from weighed join largest using (network) where id <> ${newest})
    delete from intake_draft where id in (
      select id from intake_draft where id in (select id from eldest where before < ${by}::float8)
      for update skip locked)`
