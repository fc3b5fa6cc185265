import { z } from 'zod'
import { ruleParts } from '../deadlines/law-versions'
import { laws } from '../deadlines/laws/index'
import type { PrivacyRequest } from '../request/request'
import { type At, text, time, timeOrNull } from './view-scalars'

/** What the legal clock goes by: the law and the day on which its entry was checked, an extension, and its pauses. */
export const clockView = {
  acknowledgeBy: timeOrNull,
  /** `version`: of the clocks that Privacy set in place of the law's own, where it has. */
  law: z
    .object({ id: z.string(), name: z.string(), checkedOn: text, version: z.number().int().nullable() })
    .nullable(),
  extension: z.object({ at: time, reason: text, notifiedDay: text }).nullable(),
  pauses: z.array(z.object({ reason: z.string(), from: time, to: timeOrNull })),
}
type ClockView = z.output<z.ZodObject<typeof clockView>>

/** @param counted instants at which a counted day ends, in the time zone in which it was counted */
export const clockOf = (request: PrivacyRequest, at: At, counted: At): ClockView => ({
  acknowledgeBy: request.acknowledgeBy && counted(request.acknowledgeBy),
  law: lawView(request.dueRule),
  extension: request.extendedAt && {
    at: at(request.extendedAt),
    reason: request.extensionReason,
    notifiedDay: request.notifiedDay,
  },
  pauses: request.pauses.map(({ reason, from, to }) => ({ reason, from: at(from), to: to && at(to) })),
})

/** `gdpr@2026-11-01` as the law that it names; a law that was taken off the list keeps its id for a name. */
function lawView(rule: string): ClockView['law'] {
  const { id, checkedOn, version } = ruleParts(rule)
  if (!id) return null
  return { id, name: laws.find(law => law.id === id)?.name ?? id, checkedOn, version }
}
