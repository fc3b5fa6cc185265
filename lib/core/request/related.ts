import { z } from 'zod'
import { outcomes, states } from './stages'

/** Another confirmed request about the same account or one of its addresses, open or closed. Read, never saved. */
export const relatedRequest = z.object({
  id: z.string(),
  reference: z.string(),
  type: z.string(),
  state: z.enum(states),
  outcome: z.enum(outcomes).nullable(),
  onHold: z.boolean(),
  receivedAt: z.date(),
  closedAt: z.date().nullable(),
  /** About the very account, or the very address where no account is known; otherwise about another of its addresses. */
  sameSubject: z.boolean(),
  /** Made from the same mailbox, or both from mailboxes of the account. */
  sameRequester: z.boolean(),
  /** How often its verification failed within the last year, silence included. */
  failedVerifications: z.number().int(),
  /** How often, within the last year, it ended with answers that nobody had judged: the person took it back, for example. */
  unjudgedAnswers: z.number().int(),
})
export type RelatedRequest = z.infer<typeof relatedRequest>

interface Relations {
  related: readonly RelatedRequest[]
}

/** Those that are being worked on. */
export const openRelated = ({ related }: Relations): RelatedRequest[] =>
  related.filter(({ state }) => state !== 'closed')

/** Open ones of the same type for the same account, or for the same address where no account is known. */
export const siblingsOf = ({ type, ...relations }: Relations & { type: string }): RelatedRequest[] =>
  openRelated(relations).filter(other => other.type === type && other.sameSubject)

/** Those that have ended, with how. */
export const earlierRequests = ({ related }: Relations): RelatedRequest[] =>
  related.filter(({ state }) => state === 'closed')

/** Open ones that somebody else made about the same account: a contradiction for Privacy to look at, never a duplicate. */
export const openOfOthers = (relations: Relations): RelatedRequest[] =>
  openRelated(relations).filter(({ sameRequester }) => !sameRequester)
