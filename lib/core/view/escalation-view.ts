import { z } from 'zod'
import type { Role } from '../people/actor'
import { can } from '../people/permissions'
import type { PrivacyRequest } from '../request/request'
import { type At, text, time, timeOrNull } from './view-scalars'

/** Questions to Privacy, oldest first. Actors who may not read them see their number, dates and results only. */
export const escalationView = z.object({
  id: z.string(),
  state: z.enum(['open', 'answered', 'returned', 'taken-over']),
  askedAt: time,
  answeredAt: timeOrNull,
  /** When somebody had read the answer. */
  readAt: timeOrNull,
  reason: text,
  question: text,
  checked: text,
  answer: text,
  /** Link to the related issue. */
  issue: text,
})

export function escalationsOf(
  request: PrivacyRequest,
  role: Role,
  at: At,
): z.output<typeof escalationView>[] {
  const reads = can(role, 'see-escalations')
  return request.escalations.map(escalation => {
    const { id, state, askedAt, answeredAt, readAt, reason, question, checked, answer, issue } = escalation
    const words = { reason, question, checked, answer, issue }
    return {
      id,
      state,
      askedAt: at(askedAt),
      answeredAt: answeredAt && at(answeredAt),
      readAt: readAt && at(readAt),
      ...(reads ? words : { reason: null, question: null, checked: null, answer: null, issue: null }),
    }
  })
}
