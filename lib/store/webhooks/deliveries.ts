import { type AnyTx, prismaOf, type Tx } from '../database/prisma-of'
import { addDeliveryJob, DELIVER, deliveryKey, deliveryQueue } from './delivery-job'

/** What is to be told: its type, and what else is sent. Ids, keys, states and dates, never personal data. */
export type Told = { type: string } & Readonly<Record<string, string | null>>

/**
 * Writes a delivery for each webhook that wants to know, with its job, in the order in which things happened. One query, also where
 * no webhook exists. A webhook that is being removed is waited for, so that its end never undoes what the caller does.
 * @param tx the transaction of what happened: neither exists without the other
 */
export async function addDeliveries(tx: Tx, told: readonly Told[], at: Date): Promise<void> {
  if (told.length === 0) return
  const types = [...new Set(told.map(({ type }) => type))]
  await prismaOf(tx).$queryRaw`
    with wanted as materialized (
      select id, events from webhook where events && ${types}::text[] for key share
    ), added as (
      insert into webhook_delivery (id, webhook_id, type, body, created_at, next_at)
      select gen_random_uuid()::text, wanted.id, told.body->>'type', told.body, ${at}, ${at}
      from wanted
      join jsonb_array_elements(${JSON.stringify(told)}::jsonb) with ordinality as told(body, place)
        on told.body->>'type' = any(wanted.events)
      order by told.place, wanted.id
      returning id, webhook_id
    )
    select job.id::text from added cross join lateral graphile_worker.add_job(
      ${DELIVER}::text, json_build_object('deliveryId', added.id), max_attempts => 10,
      queue_name => ${deliveryQueue('')}::text || added.webhook_id, job_key => ${deliveryKey('')}::text || added.id) job`
}

/** Tells one webhook something, whether it asked for it or not. @returns the delivery's id; null where there is no such webhook */
export async function addDeliveryTo(tx: Tx, webhookId: string, told: Told, at: Date): Promise<string | null> {
  const [row] = await prismaOf(tx).$queryRaw<{ id: string }[]>`
    insert into webhook_delivery (id, webhook_id, type, body, created_at, next_at)
    select gen_random_uuid()::text, id, ${told.type}, ${JSON.stringify(told)}::jsonb, ${at}, ${at}
    from (select id from webhook where id = ${webhookId} for key share) wanted
    returning id`
  if (!row) return null
  await addDeliveryJob(tx, { id: row.id, webhookId })
  return row.id
}

/**
 * Has a delivery that ended sent once more, under the id that it had and for another day.
 * @returns its webhook; null where there is no such delivery, or it is on its way already
 */
export async function sendDeliveryAgain(tx: AnyTx, id: string): Promise<string | null> {
  const [row] = await prismaOf(tx).$queryRaw<{ webhookId: string }[]>`
    update webhook_delivery set state = 'waiting', attempts = 0, problem = null, delivered_at = null,
      next_at = clock_timestamp(), give_up_at = clock_timestamp() + interval '1 day'
    where id = ${id} and state in ('delivered', 'dead')
    returning webhook_id as "webhookId"`
  if (!row) return null
  await addDeliveryJob(tx, { id, webhookId: row.webhookId })
  return row.webhookId
}
