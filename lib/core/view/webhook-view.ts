import { z } from 'zod'
import { happeningTypes } from './happenings'

/** The most webhooks that there can be: each makes every change of a request a little slower. */
export const MOST_WEBHOOKS = 20

export const deliveryStates = ['waiting', 'delivered', 'dead'] as const
export type DeliveryState = (typeof deliveryStates)[number]

const anyOf = `Choose from: ${happeningTypes.join(', ')}.`

/** What is sent to add a webhook; whether the address may be called is the door's to say. */
export const webhookInput = z.strictObject({
  url: z.string().trim().max(500).meta({ description: 'Beginning with https://.' }),
  events: z
    .array(z.enum(happeningTypes, anyOf), anyOf)
    .min(1, 'Choose at least one event.')
    .max(happeningTypes.length, anyOf),
})

/** A new webhook. The secret is in the first answer alone, not in the one to a call that is repeated. */
export const newWebhookView = z.object({
  id: z.string(),
  secret: z
    .string()
    .optional()
    .meta({ description: '`whsec_` and 32 bytes in base64; in this answer alone.' }),
})

const time = z.iso.datetime({ offset: true })

/** A webhook without its secret. */
export const webhookView = z.object({
  id: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  createdAt: time,
  waiting: z.number().int(),
  dead: z.number().int(),
  failingSince: time.nullable(),
  lastDelivery: z
    .object({ type: z.string(), state: z.enum(deliveryStates), problem: z.string().nullable(), at: time })
    .nullable(),
})
export const webhooksView = z.object({ items: z.array(webhookView) })
