import type { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf } from '../database/prisma-of'
import { addDeliveryJob } from './delivery-job'

/** A delivery that waits, with what its next try needs. */
export interface WaitingDelivery {
  id: string
  webhookId: string
  url: string
  /** Sealed. */
  secret: Uint8Array
  body: Prisma.JsonValue
  /** Tries so far. */
  attempts: number
  /** How long its receiver is to be left alone; 0 where it may be asked. */
  pauseSeconds: number
  /** Its day is over, and its receiver couldn't be asked at the end of it. */
  isOver: boolean
}

/** A delivery that waits; null where it was delivered, given up, or taken away with its webhook. */
export async function waitingDelivery(
  id: string,
  db: Database = database(),
): Promise<WaitingDelivery | null> {
  const [row] = await db.$queryRaw<WaitingDelivery[]>`
    select delivery.id, delivery.webhook_id as "webhookId", webhook.url, webhook.secret, delivery.body, delivery.attempts,
      coalesce(greatest(0, extract(epoch from webhook.paused_until - clock_timestamp())), 0)::float8 as "pauseSeconds",
      coalesce(webhook.failed_at >= delivery.give_up_at, false) as "isOver"
    from webhook_delivery delivery join webhook on webhook.id = delivery.webhook_id
    where delivery.id = ${id} and delivery.state = 'waiting'`
  return row ?? null
}

type Tried = Pick<WaitingDelivery, 'id' | 'webhookId' | 'attempts'>

/** It was taken: its receiver can be asked again, too. The webhook comes first, as where it is removed: no two wait for each other. */
export async function keepDelivered(tx: AnyTx, { id, webhookId, attempts }: Tried): Promise<void> {
  await prismaOf(tx).$executeRaw`
    update webhook set failures = 0, failed_at = null, paused_until = null where id = ${webhookId} and failures > 0`
  await prismaOf(tx).$executeRaw`
    update webhook_delivery set state = 'delivered', attempts = attempts + 1, problem = null, next_at = null,
      last_at = clock_timestamp(), delivered_at = clock_timestamp()
    where id = ${id} and state = 'waiting' and attempts = ${attempts}`
}

/** How a try failed, and what follows from it. */
export interface FailedTry {
  problem: string
  /** There is no use in trying again. */
  ends: boolean
  /** The next try comes so many seconds later, but the last one no later than its day ends. */
  stepSeconds: number
  /** How long the receiver asked us to wait; counts even beyond the day. */
  waitSeconds: number
}

/** Writes a try down that failed, with the job of the next one. @returns whether it was given up */
export async function keepFailedTry(
  tx: AnyTx,
  { id, webhookId, attempts }: Tried,
  { problem, ends, stepSeconds, waitSeconds }: FailedTry,
): Promise<{ dead: boolean }> {
  const [row] = await prismaOf(tx).$queryRaw<{ nextAt: Date | null }[]>`
    update webhook_delivery set attempts = attempts + 1, problem = ${problem}, last_at = moment.at,
      state = case when moment.over then 'dead' else 'waiting' end,
      next_at = case when not moment.over then greatest(
        least(moment.at + make_interval(secs => ${stepSeconds}::float8), give_up_at),
        moment.at + make_interval(secs => ${waitSeconds}::float8)) end
    from (
      select at, ${ends}::boolean or at >= (select give_up_at from webhook_delivery where id = ${id}) as over
      from (select clock_timestamp() as at) clock) moment
    where id = ${id} and state = 'waiting' and attempts = ${attempts}
    returning next_at as "nextAt"`
  if (row?.nextAt) await addDeliveryJob(tx, { id, webhookId, runAt: row.nextAt })
  return { dead: row !== undefined && row.nextAt === null }
}

/** Nothing was sent: it waits for another moment, and no try is counted. */
export async function putOff(tx: AnyTx, { id, webhookId }: Tried, seconds: number): Promise<void> {
  const [row] = await prismaOf(tx).$queryRaw<{ nextAt: Date }[]>`
    update webhook_delivery set next_at = clock_timestamp() + make_interval(secs => ${seconds}::float8)
    where id = ${id} and state = 'waiting'
    returning next_at as "nextAt"`
  if (row) await addDeliveryJob(tx, { id, webhookId, runAt: row.nextAt })
}

/** For how long a receiver is left alone that can't be asked, longer each time; short enough to see soon that it is back. */
const PAUSES = [5, 30, 120, 300]

/** Leaves a receiver alone for a while, so that what else is to be sent to it doesn't wait for it in turn. */
export async function pauseWebhook(tx: AnyTx, webhookId: string, leastSeconds: number): Promise<void> {
  await prismaOf(tx).$executeRaw`
    update webhook set failures = failures + 1, failed_at = clock_timestamp(),
      paused_until = clock_timestamp() + make_interval(secs => greatest(${leastSeconds}::float8,
        (${PAUSES}::float8[])[least(failures + 1, ${PAUSES.length}::int)]))
    where id = ${webhookId}`
}
