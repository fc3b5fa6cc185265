import { z } from 'zod'
import { type Answering, askables, channels } from '@/lib/core/off-channel/off-channel'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

const entrySchema = z.object({
  id: z.string(),
  channel: z.enum(channels),
  asksFor: z.enum(askables),
  answer: z.string(),
  destination: z.string().nullable(),
  dueOn: z.date().nullable(),
  reference: z.string().nullable(),
  systemKey: z.string(),
  systemName: z.string(),
  ticketId: z.string(),
  isFinished: z.boolean(),
})

/** An entry whose ticket a connected system still has to answer; null where there is none, or that is settled. */
export async function readQueuedAnswer(
  id: string,
  db: Database | AnyTx = database(),
): Promise<z.output<typeof entrySchema> | null> {
  const rows = await prismaOf(db).$queryRaw`
    select entry.id, entry.channel, entry.asks_for as "asksFor", entry.answer, entry.destination, entry.due_on as "dueOn",
      request.reference, entry.system_key as "systemKey", coalesce(system.name, entry.system_key) as "systemName",
      entry.ticket_id as "ticketId", entry.finished_at is not null as "isFinished"
    from off_channel entry
    left join connected_system system on system.key = entry.system_key
    left join request on request.id = entry.request_id
    where entry.id = ${id} and entry.answering = 'queued' and entry.system_key is not null and entry.ticket_id is not null`
  return z.array(entrySchema).parse(rows)[0] ?? null
}

export interface SettledAnswer {
  /** Null where a person ended the entry before. */
  answering: Exclude<Answering, 'queued'> | null
  words: string | null
  /** The system has solved the ticket, which ends the entry unless a person did already. */
  solved: boolean
}

/** Writes down how far the answer got, once. @returns whether it was still open */
export async function settleAnswer(tx: AnyTx, id: string, settled: SettledAnswer): Promise<boolean> {
  const { answering, words, solved } = settled
  const count = await prismaOf(tx).$executeRaw`
    update off_channel set answering = ${answering}, answer_words = ${words},
      solved = solved or (finished_at is null and ${solved}),
      finished_at = coalesce(finished_at, case when ${solved} then clock_timestamp() end)
    where id = ${id} and answering = 'queued'`
  return count === 1
}

/** Has an answer that failed wait for the system again. @returns whether it had failed, and the entry is still open */
export async function queueAnswerAgain(tx: AnyTx, id: string): Promise<boolean> {
  const count = await prismaOf(tx).$executeRaw`
    update off_channel set answering = 'queued', answer_words = null
    where id = ${id} and answering = 'failed' and finished_at is null`
  return count === 1
}

/** Tickets that a request was opened for and that couldn't be answered, while nobody has ended their entries; for the people who work on those. */
export async function readUnanswered(
  actor: Actor,
  requestId: string,
  db: Database = database(),
): Promise<{ id: string; systemName: string; words: string | null }[]> {
  if (actor.kind !== 'staff' || !can(actor.role, 'log-off-channel')) return []
  return await db.$queryRaw`
    select entry.id, coalesce(system.name, entry.system_key) as "systemName", entry.answer_words as words
    from off_channel entry
    left join connected_system system on system.key = entry.system_key
    where entry.request_id = ${requestId} and entry.answering = 'failed' and entry.finished_at is null
    order by entry.at limit 20`
}
