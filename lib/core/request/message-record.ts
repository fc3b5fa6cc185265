import { z } from 'zod'

/**
 * What became of a mail: `queued` (waiting or being tried), `accepted` by the mail server, `bounced`,
 * `uncertain` (lost after the last byte; a person settles it), `suppressed` (not to be sent), `none` (not a mail).
 */
export const deliveries = ['queued', 'accepted', 'bounced', 'uncertain', 'suppressed', 'none'] as const

/** Why a mail came back. `full-for-a-day` and `put-off-for-a-day`: it was tried until that was no use any more. */
export const deliveryReasons = [
  'no-mailbox',
  'mailbox-full',
  'mailbox-off',
  'too-large',
  'refused',
  'full-for-a-day',
  'put-off-for-a-day',
] as const
export type DeliveryReason = (typeof deliveryReasons)[number]

/** The conversation as the rules need it: what was said and what became of it, never the words. */
export const messageRecord = z.object({
  id: z.string(),
  key: z.string(),
  direction: z.enum(['in', 'out']),
  /** A team's role, "requester" or "system". */
  sender: z.string(),
  late: z.boolean(),
  at: z.date(),
  delivery: z.enum(deliveries),
  deliveryAt: z.date().nullable(),
  /** Why it came back. */
  deliveryReason: z.enum(deliveryReasons).nullable().optional(),
})
export type MessageRecord = z.infer<typeof messageRecord>
