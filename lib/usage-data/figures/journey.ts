import { z } from 'zod'

/** Why one person's sequence of events may be looked at; nothing else is a reason. */
export const journeyReasons = {
  defect: 'Investigating a defect',
  erasure: 'Checking that an erasure was complete',
  access: 'Answering an access request',
} as const

/** A ticket's number, as trackers write them (`#1234`, `OPS-77`), or the reference of a request: nothing personal fits. */
const ticketShape = /^(?:#?\d{1,12}|[A-Z]{2,10}-\d{1,10}|PR-[2-9A-Z]{4}-[2-9A-Z]{4})$/

export const journeyInput = z.strictObject({
  /** HMAC-SHA-256 in base64url. */
  pseudonym: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_-]{43}$/, 'Enter the pseudonym as it was given to you: 43 letters, digits, - and _.'),
  reason: z.enum(['defect', 'erasure', 'access'], 'Choose why you need to look.'),
  ticket: z
    .string()
    .trim()
    .regex(
      ticketShape,
      'Enter the number of the ticket, such as #1234 or OPS-77, or a reference such as PR-4T7K-XM2B.',
    ),
})
