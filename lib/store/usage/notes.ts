import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

const noteSchema = z.object({
  indicator: z.string(),
  /** First day of the month that it speaks of, UTC. */
  month: z.date(),
  /** 3 okay, 2 attention, 1 problem, 0 unknown. */
  health: z.number().int(),
  reasons: z.string(),
  lessons: z.string(),
  writtenAt: z.date(),
  writtenBy: z.string().nullable(),
})
export type IndicatorNote = z.output<typeof noteSchema>

/** What was written under indicators, the newest month first, at most so many of each. */
export async function readNotes(
  actor: Actor,
  keys: readonly string[],
  most: number,
  db: Database = database(),
): Promise<IndicatorNote[]> {
  if (actor.kind !== 'staff' || !can(actor.role, 'see-indicators')) return []
  const rows = await db.$queryRaw`
    select note.indicator, note.month, note.health, note.reasons, note.lessons, note.written_at as "writtenAt",
      coalesce(staff.name, api_token.name) as "writtenBy"
    from unnest(${[...keys]}::text[]) as one(key)
    cross join lateral (
      select * from indicator_note where indicator = one.key order by month desc limit ${most}
    ) note
    left join staff on staff.id = note.written_by_id
    left join api_token on api_token.id = note.written_by_id
    order by note.month desc`
  return z.array(noteSchema).parse(rows)
}

/** Writes what is said of a month, in place of what was said of it before. */
export async function saveNote(
  tx: AnyTx,
  { indicator, month, ...said }: Omit<IndicatorNote, 'writtenBy'> & { writtenById: string },
): Promise<void> {
  await prismaOf(tx).indicatorNote.upsert({
    where: { indicator_month: { indicator, month } },
    create: { id: randomUUID(), indicator, month, ...said },
    update: said,
  })
}
