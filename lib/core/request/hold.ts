import { z } from 'zod'

export const holdReasons = [
  'subscription',
  'subscription-renewed',
  'account-changed',
  'authority',
  'objection',
  'other',
] as const
export type HoldReason = (typeof holdReasons)[number]

export const hold = z.object({
  id: z.string(),
  reason: z.enum(holdReasons),
  note: z.string().nullable(),
  placedAt: z.date(),
  /** A role, or "system". */
  placedBy: z.string(),
  until: z.date().nullable(),
  /** What the hold was placed on, e.g. the subscription's end then: a renewal is a later one. */
  basis: z.record(z.string(), z.string()).nullable(),
  releasedAt: z.date().nullable(),
  releasedBy: z.string().nullable(),
  releasedNote: z.string().nullable(),
})
export type Hold = z.infer<typeof hold>
