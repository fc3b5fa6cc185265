import { z } from 'zod'
/** Whether the person wants their administrator asked, and what the organisation's owner decided. */
export const ownerPermission = z.object({
  id: z.string(),
  round: z.number(),
  askedAt: z.date(),
  consent: z.enum(['yes', 'no']).nullable(),
  consentAt: z.date().nullable(),
  contactTicket: z.string().nullable(),
  contactedAt: z.date().nullable(),
  granted: z.boolean().nullable(),
  decisionTicket: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decidedById: z.string().nullable(),
})
export type OwnerPermission = z.infer<typeof ownerPermission>

/** Whether the requester may act for somebody else; only Privacy says so. */
export const authority = z.object({
  id: z.string(),
  round: z.number(),
  openedAt: z.date(),
  documentsAskedAt: z.date().nullable(),
  documentsGivenAt: z.date().nullable(),
  result: z.enum(['valid', 'rejected']).nullable(),
  decidedAt: z.date().nullable(),
  decidedById: z.string().nullable(),
  /** How often Privacy has been reminded. */
  reminders: z.number(),
  /** Privacy wants the person, who is alive, to confirm it from their own mailbox. */
  confirmationAskedAt: z.date().nullable(),
  confirmedAt: z.date().nullable(),
})
export type Authority = z.infer<typeof authority>

/** A question to the Privacy team about one request. */
export const escalation = z.object({
  id: z.string(),
  reason: z.string(),
  question: z.string(),
  checked: z.string(),
  askedAt: z.date(),
  askedById: z.string().nullable(),
  state: z.enum(['open', 'answered', 'returned', 'taken-over']),
  answer: z.string().nullable(),
  answeredAt: z.date().nullable(),
  answeredById: z.string().nullable(),
  /** Link to the issue that was opened about it. */
  issue: z.string().nullable(),
  /** When somebody had read the answer. */
  readAt: z.date().nullable(),
})
export type Escalation = z.infer<typeof escalation>

export const appealDecisions = ['granted', 'partly', 'not-granted'] as const
export type AppealDecision = (typeof appealDecisions)[number]

/** The person disagrees with how a request ended, or complains about how it is handled: a case beside it, with its own clock. */
export const appeal = z.object({
  id: z.string(),
  /** What the law calls it. */
  kind: z.enum(['appeal', 'complaint']),
  ground: z.string(),
  receivedAt: z.date(),
  dueOn: z.date(),
  openedAt: z.date(),
  openedById: z.string().nullable(),
  extendedAt: z.date().nullable(),
  extensionReason: z.string().nullable(),
  /** `YYYY-MM-DD`, where a day before the law's limit was chosen. */
  notifiedDay: z.string().nullable(),
  /** Whether anything of our answer changes; `decision` says whether all of it does. */
  granted: z.boolean().nullable(),
  decision: z.enum(appealDecisions).nullable(),
  answer: z.string().nullable(),
  answeredAt: z.date().nullable(),
  answeredById: z.string().nullable(),
})
export type Appeal = z.infer<typeof appeal>

/** An interval in which the legal clock is paused, where the law allows it. */
export const pause = z.object({
  id: z.string(),
  reason: z.enum(['identity', 'clarification']),
  from: z.date(),
  to: z.date().nullable(),
  /** It ended with the time to answer, and no answer came. */
  unanswered: z.boolean(),
})
