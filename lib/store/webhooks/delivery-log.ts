import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { deliveryStates } from '@/lib/core/view/webhook-view'
import { Prisma } from '@/prisma/generated/client'
import { type Database, database } from '../database/client'
import { timeCursor, timeCursorText } from '../database/time-cursor'
import { mayManageWebhooks } from './webhooks'

const deliveryRow = z.object({
  id: z.string(),
  type: z.string(),
  /** Of the request; null for a test. */
  reference: z.string().nullable(),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  problem: z.string().nullable(),
  createdAt: z.date(),
  lastAt: z.date().nullable(),
  nextAt: z.date().nullable(),
})
export type DeliveryRow = z.output<typeof deliveryRow>

const PAGE = 50
const MOST_DEAD = 100

const columns = Prisma.sql`id, type, body->>'reference' as reference, state, attempts, problem, created_at as "createdAt",
  last_at as "lastAt", next_at as "nextAt"`

export interface DeliveryLog {
  /** Those that ended undelivered, the newest first, at most a hundred. */
  dead: DeliveryRow[]
  /** A page of all others, the newest first. */
  others: DeliveryRow[]
  /** Cursor of the next page; null on the last one. */
  next: string | null
}

/** What became of a webhook's deliveries; empty for actors who may not manage them. @param before cursor of a page */
export async function readDeliveries(
  actor: Actor,
  webhookId: string,
  before?: string,
  db: Database = database(),
): Promise<DeliveryLog> {
  if (!mayManageWebhooks(actor)) return { dead: [], others: [], next: null }
  const cursor = timeCursor.optional().safeParse(before).data
  const from = cursor ? Prisma.sql`and (created_at, id) < (${cursor.at}, ${cursor.id})` : Prisma.empty
  const dead = await db.$queryRaw<unknown[]>`
    select ${columns} from webhook_delivery where webhook_id = ${webhookId} and state = 'dead'
    order by created_at desc, id desc limit ${MOST_DEAD}`
  const found = await db.$queryRaw<unknown[]>`
    select ${columns} from webhook_delivery where webhook_id = ${webhookId} and state <> 'dead' ${from}
    order by created_at desc, id desc limit ${PAGE + 1}`
  const others = z.array(deliveryRow).parse(found.slice(0, PAGE))
  const last = found.length > PAGE ? others.at(-1) : undefined
  return {
    dead: cursor ? [] : z.array(deliveryRow).parse(dead),
    others,
    next: last ? timeCursorText(last.createdAt, last.id) : null,
  }
}
