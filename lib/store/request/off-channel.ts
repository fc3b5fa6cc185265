import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Askable, answerings, askables, channels } from '@/lib/core/off-channel/off-channel'
import type { EntryState } from '@/lib/core/off-channel/off-channel-view'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { lawBases } from '@/lib/core/request/request'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { timeCursor, timeCursorText } from '../database/time-cursor'

const rowSchema = z.object({
  id: z.string(),
  channel: z.enum(channels),
  ticket: z.string().nullable(),
  asksFor: z.enum(askables),
  answer: z.string(),
  destination: z.string().nullable(),
  note: z.string().nullable(),
  dueOn: z.date().nullable(),
  solved: z.boolean(),
  finishedAt: z.date().nullable(),
  finishedBy: z.string().nullable(),
  finishNote: z.string().nullable(),
  at: z.date(),
  receivedAt: z.date(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  dueRule: z.string().nullable(),
  lawBasis: z.enum(lawBases).nullable(),
  loggedBy: z.string().nullable(),
  /** Of the request that was opened for it. */
  reference: z.string().nullable(),
  /** The connected system that it came from by itself, as admins name it, and the ticket's number there. */
  systemKey: z.string().nullable(),
  systemName: z.string().nullable(),
  ticketId: z.string().nullable(),
  answering: z.enum(answerings).nullable(),
  /** Why the system couldn't be answered, in its own words. */
  answerWords: z.string().nullable(),
})
export type OffChannelRow = z.output<typeof rowSchema>

const select = Prisma.sql`
  select entry.id, entry.channel, entry.ticket, entry.asks_for as "asksFor", entry.answer, entry.destination, entry.note,
    entry.due_on as "dueOn", entry.solved, entry.finished_at as "finishedAt", entry.finish_note as "finishNote", entry.at,
    entry.received_at as "receivedAt", entry.country, entry.region, entry.due_rule as "dueRule", entry.law_basis as "lawBasis",
    entry.system_key as "systemKey", coalesce(system.name, entry.system_key) as "systemName", entry.ticket_id as "ticketId",
    entry.answering, entry.answer_words as "answerWords",
    coalesce(staff.name, api_token.name, system.name, entry.system_key) as "loggedBy",
    coalesce(ender.name, end_token.name,
      case when entry.solved and entry.answering = 'answered' then coalesce(system.name, entry.system_key) end) as "finishedBy",
    request.reference
  from off_channel entry
  left join staff on staff.id = entry.logged_by_id
  left join api_token on api_token.id = entry.logged_by_id
  left join staff ender on ender.id = entry.finished_by_id
  left join api_token end_token on end_token.id = entry.finished_by_id
  left join connected_system system on system.key = entry.system_key
  left join request on request.id = entry.request_id`

const maySee = (actor: Actor) => actor.kind === 'staff' && can(actor.role, 'log-off-channel')

/** Which entries are asked for: all of them where nothing is said. */
const inState: Readonly<Record<EntryState | 'all', Prisma.Sql>> = {
  all: Prisma.sql`true`,
  open: Prisma.sql`entry.finished_at is null`,
  overdue: Prisma.sql`entry.finished_at is null and entry.due_on < now()`,
  finished: Prisma.sql`entry.finished_at is not null`,
}

/** What arrived off-channel, the newest first, in one query. */
export async function listOffChannel(
  actor: Actor,
  after: string | undefined,
  limit = 50,
  state: EntryState | 'all' = 'all',
  db: Database = database(),
): Promise<{ items: OffChannelRow[]; next: string | null }> {
  if (!maySee(actor)) return { items: [], next: null }
  const cursor = timeCursor.safeParse(after).data
  const beyond = cursor ? Prisma.sql`(entry.at, entry.id) < (${cursor.at}, ${cursor.id})` : Prisma.sql`true`
  const rows = z
    .array(rowSchema)
    .parse(
      await db.$queryRaw(
        Prisma.sql`${select} where ${beyond} and ${inState[state]} order by entry.at desc, entry.id desc limit ${limit + 1}`,
      ),
    )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? timeCursorText(last.at, last.id) : null }
}

/** One entry, or null. */
export async function readOffChannel(
  actor: Actor,
  id: string,
  db: Database = database(),
): Promise<OffChannelRow | null> {
  if (!maySee(actor)) return null
  const rows = z.array(rowSchema).parse(await db.$queryRaw(Prisma.sql`${select} where entry.id = ${id}`))
  return rows[0] ?? null
}

/** The entry that a press of the button or a call has logged. */
export async function offChannelLoggedBy(
  actor: Actor,
  commandId: string,
  db: Database = database(),
): Promise<string | undefined> {
  if (!maySee(actor)) return undefined
  const rows = z
    .array(z.object({ id: z.string().nullable() }))
    .parse(
      await db.$queryRaw`select facts->>'offChannel' as id from audit_entry where command_id = ${commandId}`,
    )
  return rows[0]?.id ?? undefined
}

export interface OffChannelEntry {
  channel: string
  ticket: string | null
  asksFor: string
  answer: string
  destination: string | null
  note: string | null
  country: string | null
  region: string | null
  dueOn: Date | null
  dueRule: string | null
  lawBasis: string | null
  reminderAt: Date | null
  loggedById: string | null
  receivedAt: Date
  at: Date
  /** Of a complaint from the public form: where to answer, its topic, what they wrote, and when they are told how far it is. */
  complaint?: { email: string; about: string; words: string; progressAt: Date }
  /** The connected system that it came from, and whether that answers it. */
  from?: { systemKey: string; ticketId: string; answering: 'queued' | null }
}

/** Logs one arrival. @returns its id */
export async function insertOffChannel(
  tx: AnyTx,
  { complaint, from, ...entry }: OffChannelEntry,
): Promise<string> {
  const id = randomUUID()
  await prismaOf(tx).offChannel.create({ data: { id, ...entry, ...complaint, ...from } })
  return id
}

/** Takes an entry that is still open for somebody who changes it; null where there is none, or it has ended. */
export async function lockOpenEntry(tx: AnyTx, id: string): Promise<boolean> {
  const rows = await prismaOf(tx).$queryRaw<{ id: string }[]>`
    select id from off_channel where id = ${id} and finished_at is null for update`
  return rows.length > 0
}

export interface EntryEnd {
  solved: boolean
  finishNote: string | null
  finishedById: string | null
  finishedAt: Date
}

/** Ends an entry, or says where its person wants to move to. */
export async function changeOffChannel(
  tx: AnyTx,
  id: string,
  change: (EntryEnd & { reply?: string }) | { destination: string },
): Promise<void> {
  await prismaOf(tx).offChannel.update({ where: { id }, data: change })
}

/** Takes an open entry of which Privacy is to be reminded by now; null where there is nothing to remind of any more. */
export async function lockEntryToRemind(
  tx: AnyTx,
  id: string,
): Promise<{ id: string; asksFor: Askable; dueOn: Date } | null> {
  const rows = z.array(rowSchema.pick({ id: true, asksFor: true }).extend({ dueOn: z.date() })).parse(
    await prismaOf(tx).$queryRaw`
        select id, asks_for as "asksFor", due_on as "dueOn" from off_channel
        where id = ${id} and finished_at is null and reminder_at < now() for update`,
  )
  return rows[0] ?? null
}

/** Notes when Privacy is reminded of an entry again; null where not at all. */
export async function setEntryReminder(tx: AnyTx, id: string, reminderAt: Date | null): Promise<void> {
  await prismaOf(tx).offChannel.update({ where: { id }, data: { reminderAt } })
}

/** Notes which request was opened for an entry, once. @returns whether it was noted */
export async function linkOffChannel(tx: AnyTx, id: string, requestId: string): Promise<boolean> {
  const { count } = await prismaOf(tx).offChannel.updateMany({
    where: { id, requestId: null },
    data: { requestId },
  })
  return count === 1
}
