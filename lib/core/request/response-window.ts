import { z } from 'zod'

export const windowReasons = [
  'confirmation',
  'verification',
  'owner-consent',
  'owner-decision',
  'documents',
  'self-serve',
  'subject-confirmation',
  'clarification',
] as const
export type WindowReason = (typeof windowReasons)[number]

export const responseWindow = z.object({
  id: z.string(),
  reason: z.enum(windowReasons),
  /** Calendar days. */
  days: z.number().int(),
  opensAt: z.date(),
  endsAt: z.date(),
  remindAt: z.date().nullable(),
  remindedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  closedBy: z.string().nullable(),
})
export type ResponseWindow = z.infer<typeof responseWindow>
