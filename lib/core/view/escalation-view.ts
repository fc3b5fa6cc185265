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
  reason: text,
  question: text,
  checked: text,
  answer: text,
})

export function escalationsOf(
  request: PrivacyRequest,
  role: Role,
  at: At,
): z.output<typeof escalationView>[] {
  const reads = can(role, 'see-escalations')
  return request.escalations.map(({ id, state, askedAt, answeredAt, reason, question, checked, answer }) => ({
    id,
    state,
    askedAt: at(askedAt),
    answeredAt: answeredAt && at(answeredAt),
    ...(reads
      ? { reason, question, checked, answer }
      : { reason: null, question: null, checked: null, answer: null }),
  }))
}
