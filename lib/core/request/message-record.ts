import { z } from 'zod'
import { replyChannels } from './channel'

/**
 * What became of a mail: `queued` (waiting or being tried), `accepted` by the mail server, `bounced`,
 * `uncertain` (lost after the last byte; a person settles it), `suppressed` (not to be sent), `none` (not a mail).
 */
export const deliveries = ['queued', 'accepted', 'bounced', 'uncertain', 'suppressed', 'none'] as const

/**
 * Why a mail came back. `full-for-a-day` and `put-off-for-a-day`: it was tried until that was no use any more. `unmailable`: no
 * mail server takes an address of this form, so it was never tried.
 */
export const deliveryReasons = [
  'unmailable',
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
  /** On which road it came in; null for what went out. */
  channel: z.enum(replyChannels).nullable(),
  /** The day `YYYY-MM-DD` on which it was said, where staff recorded it. */
  saidOn: z.string().nullable(),
  at: z.date(),
  /** When somebody here read it; null for what is unread, and for what went out. */
  readAt: z.date().nullable(),
  delivery: z.enum(deliveries),
  deliveryAt: z.date().nullable(),
  /** Why it came back. */
  deliveryReason: z.enum(deliveryReasons).nullable().optional(),
})
export type MessageRecord = z.infer<typeof messageRecord>
