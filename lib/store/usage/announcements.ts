import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

export const changeKinds = ['definitions', 'retention', 'key', 'recipient', 'policy'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One entry of the change log. */
export interface ChangeEntry {
  id: string
  at: Date
  kind: ChangeKind
  title: string
  body: string
}

export interface AnnouncedRow {
  subject: string
  fingerprint: string
  definition: unknown
  changeId: string
  at: Date
}

/** One at a time announces, so that each entry says what really changed with it. */
export async function lockAnnouncements(tx: AnyTx): Promise<void> {
  await prismaOf(tx).$executeRaw`select pg_advisory_xact_lock(hashtextextended('usage announcements', 7))`
}

/** What people were told of, with the definitions as they were told. */
export async function readAnnounced(db: Database | AnyTx = database()): Promise<AnnouncedRow[]> {
  return await prismaOf(db).usageAnnounced.findMany({ orderBy: { subject: 'asc' } })
}

/** By subject the fingerprint in force. A definition with any other isn't collected. */
export async function announcedFingerprints(
  db: Database | AnyTx = database(),
): Promise<ReadonlyMap<string, string>> {
  const rows = await prismaOf(db).$queryRaw<{ subject: string; fingerprint: string }[]>`
    select subject, fingerprint from usage_announced`
  return new Map(rows.map(({ subject, fingerprint }) => [subject, fingerprint]))
}

/** Adds an entry to the change log. @returns its id */
export async function insertChange(
  tx: AnyTx,
  entry: Omit<ChangeEntry, 'id'> & { announcedById: string | null },
): Promise<string> {
  const id = randomUUID()
  const { at, kind, title, body, announcedById } = entry
  await prismaOf(tx).usageChange.create({ data: { id, at, kind, title, body, announcedById } })
  return id
}

/** Puts definitions in force. */
export async function putInForce(
  tx: AnyTx,
  definitions: readonly { subject: string; fingerprint: string; definition: unknown }[],
  { changeId, at }: { changeId: string; at: Date },
): Promise<void> {
  for (const { subject, fingerprint, definition } of definitions)
    await prismaOf(tx).$executeRaw`
      insert into usage_announced (subject, fingerprint, definition, change_id, at)
      values (${subject}, ${fingerprint}, ${JSON.stringify(definition)}::jsonb, ${changeId}, ${at})
      on conflict (subject) do update set fingerprint = excluded.fingerprint, definition = excluded.definition,
        change_id = excluded.change_id, at = excluded.at`
}

/** Ends what is no longer collected. */
export async function endForce(tx: AnyTx, subjects: readonly string[]): Promise<void> {
  await prismaOf(tx).usageAnnounced.deleteMany({ where: { subject: { in: [...subjects] } } })
}

const entrySchema = z.object({
  id: z.string(),
  at: z.date(),
  kind: z.enum(changeKinds),
  title: z.string(),
  body: z.string(),
})

/** The change log, newest first: what everybody may read. */
export async function readChanges(limit: number, db: Database | AnyTx = database()): Promise<ChangeEntry[]> {
  const rows = await prismaOf(db).$queryRaw`
    select id, at, kind, title, body from usage_change order by at desc, id desc limit ${limit}`
  return z.array(entrySchema).parse(rows)
}

/** One entry of the change log. @throws where there is none */
export async function readChange(id: string, db: Database | AnyTx = database()): Promise<ChangeEntry> {
  return entrySchema.parse(await prismaOf(db).usageChange.findUnique({ where: { id } }))
}

/** Whether anything was ever announced. */
export async function hasChanges(db: Database | AnyTx = database()): Promise<boolean> {
  const [row] = await prismaOf(db).$queryRaw<
    { found: boolean }[]
  >`select exists (select from usage_change) as found`
  return row?.found ?? false
}
