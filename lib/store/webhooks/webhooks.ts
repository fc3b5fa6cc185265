import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { can } from '@/lib/core/people/permissions'
import { deliveryStates } from '@/lib/core/view/webhook-view'
import { type Database, database } from '../database/client'
import { type AnyTx, prismaOf, type Tx } from '../database/prisma-of'

/** Who may see webhooks and their deliveries: admins, and the command line as the system. */
export const mayManageWebhooks = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && can(actor.role, 'webhooks'))

export interface NewWebhook {
  id: string
  url: string
  /** Sealed under HABEAS_KEY. */
  secret: Uint8Array<ArrayBuffer>
  events: readonly string[]
  /** A person; null for a token’s or the operator’s. */
  createdById: string | null
}

/** One at a time adds webhooks, so that two at once don’t each count the other out. */
export async function lockWebhooks(tx: Tx): Promise<void> {
  await prismaOf(tx).$executeRaw`select pg_advisory_xact_lock(hashtextextended('webhooks', 7))`
}

export const countWebhooks = (tx: Tx): Promise<number> => prismaOf(tx).webhook.count()

/** Adds a webhook within the caller's transaction; who may and what is audited is the caller's. */
export async function insertWebhook(tx: Tx, { events, ...webhook }: NewWebhook): Promise<void> {
  await prismaOf(tx).webhook.create({ data: { ...webhook, events: [...events] } })
}

/** Takes a webhook away with all of its deliveries; false where there is none of this id. */
export async function deleteWebhook(tx: Tx, id: string): Promise<boolean> {
  const { count } = await prismaOf(tx).webhook.deleteMany({ where: { id } })
  return count === 1
}

/** The webhook that this command has made; null where it made none. */
export async function webhookMadeBy(
  commandId: string,
  db: Database | AnyTx = database(),
): Promise<string | null> {
  const [row] = await prismaOf(db).$queryRaw<{ id: string | null }[]>`
    select facts->>'webhook' as id from audit_entry where command_id = ${commandId} and command = 'create-webhook'`
  return row?.id ?? null
}

const webhookRow = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  createdAt: z.date(),
  /** How many deliveries wait, and how many ended undelivered. */
  waiting: z.number(),
  dead: z.number(),
  /** Since when something that failed is tried in vain; null where nothing is. */
  failingSince: z.date().nullable(),
  lastType: z.string().nullable(),
  lastState: z.enum(deliveryStates).nullable(),
  lastProblem: z.string().nullable(),
  lastAt: z.date().nullable(),
})
export type WebhookRow = z.output<typeof webhookRow>

/** Every webhook without its secret, those with dead letters first; empty for actors who may not manage them. */
export async function listWebhooks(actor: Actor, db: Database = database()): Promise<WebhookRow[]> {
  if (!mayManageWebhooks(actor)) return []
  const rows = await db.$queryRaw<unknown[]>`
    select webhook.id, webhook.url, webhook.events, webhook.created_at as "createdAt",
      coalesce(open.waiting, 0) as waiting, coalesce(open.dead, 0) as dead, open.failing_since as "failingSince",
      last.type as "lastType", last.state as "lastState", last.problem as "lastProblem",
      coalesce(last.last_at, last.created_at) as "lastAt"
    from webhook
    left join (
      select webhook_id, count(*) filter (where state = 'waiting')::int as waiting,
        count(*) filter (where state = 'dead')::int as dead,
        min(give_up_at - interval '1 day') filter (where state = 'waiting' and problem is not null) as failing_since
      from webhook_delivery where state in ('waiting', 'dead') group by webhook_id) open on open.webhook_id = webhook.id
    left join lateral (
      select type, state, problem, last_at, created_at from webhook_delivery
      where webhook_id = webhook.id order by created_at desc, id desc limit 1) last on true
    order by coalesce(open.dead, 0) > 0 desc, webhook.created_at, webhook.id`
  return z.array(webhookRow).parse(rows)
}
