import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'

const pingStates = ['kept', 'queued', 'sent', 'failed'] as const
export type PingState = (typeof pingStates)[number]

export interface PingRow {
  id: string
  recordedAt: Date
  state: PingState
  /** Host and path that it went to. */
  sentTo: string | null
  sentAt: Date | null
  /** A short code of what went wrong. */
  problem: string | null
}

/** One at a time makes pings, over every worker. */
export async function lockPings(tx: AnyTx): Promise<void> {
  await prismaOf(tx).$executeRaw`select pg_advisory_xact_lock(hashtextextended('usage pings', 7))`
}

/** Whether a ping was made since a moment. */
export async function pingSince(since: Date, db: Database | AnyTx = database()): Promise<boolean> {
  const [row] = await prismaOf(db).$queryRaw<{ found: boolean }[]>`
    select exists (select from usage_ping where recorded_at >= ${since}) as found`
  return row?.found ?? false
}

/** Keeps a ping as it was made. @returns its id */
export async function insertPing(
  tx: AnyTx,
  ping: { recordedAt: Date; document: unknown; state: 'kept' | 'queued' },
): Promise<string> {
  const id = randomUUID()
  await prismaOf(tx).$executeRaw`
    insert into usage_ping (id, recorded_at, document, state)
    values (${id}, ${ping.recordedAt}, ${JSON.stringify(ping.document)}::jsonb, ${ping.state})`
  return id
}

/** The document of a ping that waits to be sent; null where none does. */
export async function queuedPing(
  id: string,
  db: Database = database(),
): Promise<{ document: unknown } | null> {
  const row = await db.usagePing.findUnique({ where: { id }, select: { document: true, state: true } })
  return row?.state === 'queued' ? { document: row.document } : null
}

/** What became of a try to send it; a ping that is settled already stays as it is. */
export async function recordTry(
  id: string,
  outcome: { state: PingState; sentTo: string | null; problem: string | null },
  db: Database = database(),
): Promise<void> {
  const { state, sentTo, problem } = outcome
  await db.$executeRaw`
    update usage_ping set state = ${state}, sent_to = ${sentTo}, problem = ${problem},
      sent_at = case when ${state} = 'sent' then clock_timestamp() end
    where id = ${id} and state = 'queued'`
}

const rowSchema = z.object({
  id: z.string(),
  recordedAt: z.date(),
  state: z.enum(pingStates),
  sentTo: z.string().nullable(),
  sentAt: z.date().nullable(),
  problem: z.string().nullable(),
})

/** The last pings, newest first. */
export async function lastPings(limit: number, db: Database = database()): Promise<PingRow[]> {
  const rows = await db.usagePing.findMany({
    orderBy: { recordedAt: 'desc' },
    take: limit,
    omit: { document: true },
  })
  return z.array(rowSchema).parse(rows)
}
