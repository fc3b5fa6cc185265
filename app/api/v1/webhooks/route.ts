import type { z } from 'zod'
import { json, methodNotAllowed, refused } from '@/app/api/answers'
import { readSent } from '@/app/api/v1/sent-command'
import { denied, withToken } from '@/app/api/v1/with-token'
import { can } from '@/lib/core/people/permissions'
import { timeIn } from '@/lib/core/view/representation'
import type { newWebhookView, webhookView } from '@/lib/core/view/webhook-view'
import { createWebhook } from '@/lib/door/webhooks/webhooks'
import { env } from '@/lib/env'
import { listWebhooks, type WebhookRow } from '@/lib/store/webhooks/webhooks'

const ability = 'webhooks'

function represent(row: WebhookRow): z.output<typeof webhookView> {
  const at = (instant: Date) => timeIn(env().orgTimeZone, instant)
  const { id, url, events, createdAt, waiting, dead, failingSince } = row
  const { lastType: type, lastState: state, lastProblem: problem, lastAt } = row
  return {
    id,
    url,
    events,
    createdAt: at(createdAt),
    waiting,
    dead,
    failingSince: failingSince && at(failingSince),
    lastDelivery: type && state && lastAt ? { type, state, problem, at: at(lastAt) } : null,
  }
}

/** Who is told of what happens. */
export const GET = withToken(async ({ actor }) => {
  if (!can(actor.role, ability)) return denied(actor, 'webhooks')
  return json({ items: (await listWebhooks(actor)).map(represent) })
})

/** Adds an address that is told from now on; the answer has its secret, once. */
export const POST = withToken(async ({ actor, request }) => {
  if (!can(actor.role, ability)) return denied(actor, 'create webhook')
  const sent = await readSent(actor, request)
  if (sent instanceof Response) return sent
  const made = await createWebhook(actor, sent.body, sent.commandId)
  if (!made.ok) return refused(made)
  const { id = '', secret } = made
  const view: z.output<typeof newWebhookView> = { id, ...(secret && { secret }) }
  return json(view, 201)
})

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as PUT }
