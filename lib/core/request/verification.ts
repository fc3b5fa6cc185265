import { z } from 'zod'

export const question = z.object({
  key: z.string(),
  text: z.string(),
  /** The check fact that the answer is held against. */
  fact: z.string(),
})
export type Question = z.infer<typeof question>

export const verification = z.object({
  id: z.string(),
  round: z.number(),
  level: z.enum(['medium', 'high']),
  questions: z.array(question),
  answers: z.record(z.string(), z.string()).nullable(),
  askedAt: z.date(),
  answeredAt: z.date().nullable(),
  result: z.enum(['passed', 'failed']).nullable(),
  judgedAt: z.date().nullable(),
  judgedById: z.string().nullable(),
  /** The requester, who asks for somebody else, said that they can't know this; Privacy decides. */
  cannotKnowAt: z.date().nullable(),
})
export type Verification = z.infer<typeof verification>

export const securityReview = z.object({
  id: z.string(),
  round: z.number(),
  issue: z.string(),
  requestedAt: z.date(),
  result: z.enum(['unblocked', 'denied']).nullable(),
  recordedAt: z.date().nullable(),
})
export type SecurityReview = z.infer<typeof securityReview>
