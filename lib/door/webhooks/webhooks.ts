import { randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/core/people/actor'
import { timeIn } from '@/lib/core/view/representation'
import { MOST_WEBHOOKS, webhookInput } from '@/lib/core/view/webhook-view'
import { env } from '@/lib/env'
import { sealJson } from '@/lib/store/database/sealing'
import { databaseNow } from '@/lib/store/database/transaction'
import { addDeliveryTo, sendDeliveryAgain } from '@/lib/store/webhooks/deliveries'
import {
  countWebhooks,
  deleteWebhook,
  insertWebhook,
  lockWebhooks,
  webhookMadeBy,
} from '@/lib/store/webhooks/webhooks'
import { isAllowedTarget } from '@/lib/systems/target'
import { leadsInside, webhookAddressProblem } from '@/lib/systems/webhook-receiver'
import { invalid } from '../answer/invalid'
import { Refused, refusal } from '../answer/refusal'
import { changing, type Done, mayDo, refuseBecause } from '../staff/changing'

const ability = 'webhooks'

const SECRET_BYTES = 32

const input = webhookInput.superRefine(({ url }, context) => {
  const problem = webhookAddressProblem(url, env().allowedPrivateHosts)
  if (problem) context.addIssue({ code: 'custom', path: ['url'], message: problem })
})

/**
 * Adds an address that is told of what happens. Only the first answer has the secret: `whsec_` and 32 bytes in base64.
 * @returns without `secret` where this command ran before
 */
export async function createWebhook(
  actor: Actor,
  given: unknown,
  commandId: string,
): Promise<Done<{ id?: string; secret?: string }>> {
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = input.safeParse(given)
  if (!parsed.success) return invalid(parsed.error)
  const { url } = parsed.data
  const events = [...new Set(parsed.data.events)]
  if (!(await isAllowedTarget(url, env().allowedPrivateHosts)))
    return refusal('invalid-input', { detail: 'url', fields: { url: leadsInside } })
  const change = { actor, ability, command: 'create-webhook', commandId, locks: lockWebhooks } as const
  const done = await changing<{ id?: string; secret?: string }>(change, async (tx, { person }) => {
    if ((await countWebhooks(tx)) >= MOST_WEBHOOKS)
      refuseBecause('url', `There are ${MOST_WEBHOOKS} webhooks already. Remove one first.`)
    const id = randomUUID()
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
    const sealed = sealJson(secret, 'webhook', env().key, id)
    await insertWebhook(tx, { id, url, secret: sealed, events, createdById: person })
    return { answer: { id, secret }, facts: { webhook: id, events } }
  })
  if (!done.ok || done.id) return done
  const id = await webhookMadeBy(commandId)
  return { ok: true, ...(id && { id }) }
}

/** Takes a webhook away with its deliveries; what is on its way to it ends. */
export async function removeWebhook(actor: Actor, id: string, commandId: string): Promise<Done> {
  const change = { actor, ability, command: 'remove-webhook', commandId } as const
  return await changing(change, async tx => {
    if (!(await deleteWebhook(tx, id))) throw new Refused(refusal('not-found'))
    return { answer: {}, facts: { webhook: id } }
  })
}

/** Sends a delivery that ended once more, under the id that it had; refused where there is none, or it is on its way already. */
export async function replayDelivery(actor: Actor, id: string, commandId: string): Promise<Done> {
  const change = { actor, ability, command: 'replay-webhook', commandId } as const
  return await changing(change, async tx => {
    const webhook = await sendDeliveryAgain(tx, id)
    if (!webhook) throw new Refused(refusal('not-found'))
    return { answer: {}, facts: { webhook, delivery: id } }
  })
}

/** Sends a webhook a message of the type `test`, about nothing. */
export async function sendTest(actor: Actor, id: string, commandId: string): Promise<Done> {
  const change = { actor, ability, command: 'test-webhook', commandId } as const
  return await changing(change, async tx => {
    const at = await databaseNow(tx)
    const delivery = await addDeliveryTo(tx, id, { type: 'test', at: timeIn(env().orgTimeZone, at) }, at)
    if (!delivery) throw new Refused(refusal('not-found'))
    return { answer: {}, facts: { webhook: id, delivery } }
  })
}
