import { z } from 'zod'
import type { Role } from '../people/actor'
import { can } from '../people/permissions'
import { appealDecisions } from '../request/proceedings'
import type { PrivacyRequest } from '../request/request'
import { type At, text, time, timeOrNull } from './view-scalars'

/** Appeals against how the request ended, and complaints, oldest first. Their text is shown to roles that may read questions to Privacy. */
export const appealView = z.object({
  id: z.string(),
  kind: z.enum(['appeal', 'complaint']),
  receivedAt: time,
  dueOn: time,
  extension: z.object({ at: time, reason: text, notifiedDay: text }).nullable(),
  answeredAt: timeOrNull,
  granted: z.boolean().nullable(),
  decision: z.enum(appealDecisions).nullable(),
  ground: text,
  answer: text,
})

/** @param counted instants at which a counted day ends, in the time zone in which it was counted */
export function appealsOf(
  request: PrivacyRequest,
  role: Role,
  at: At,
  counted: At,
): z.output<typeof appealView>[] {
  const reads = can(role, 'see-escalations')
  return request.appeals.map(
    ({
      id,
      kind,
      receivedAt,
      dueOn,
      extendedAt,
      extensionReason,
      notifiedDay,
      answeredAt,
      granted,
      decision,
      ...words
    }) => ({
      id,
      kind,
      receivedAt: at(receivedAt),
      dueOn: counted(dueOn),
      extension: extendedAt && { at: at(extendedAt), reason: extensionReason, notifiedDay },
      answeredAt: answeredAt && at(answeredAt),
      granted,
      decision,
      ...(reads ? { ground: words.ground, answer: words.answer } : { ground: null, answer: null }),
    }),
  )
}
