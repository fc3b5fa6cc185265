import { z } from 'zod'
import { lawName, lawWhy, standsIn } from '../deadlines/law-basis'
import { ruleParts } from '../deadlines/law-versions'
import { acknowledgedAt } from '../request/acknowledged'
import type { PrivacyRequest } from '../request/request'
import { type At, text, time, timeOrNull } from './view-scalars'

/** What the legal clock goes by: the law and the day on which its entry was checked, an extension, and its pauses. */
export const clockView = {
  acknowledgeBy: timeOrNull,
  /** When the mail server took the message that acknowledges receipt. */
  acknowledgedAt: timeOrNull,
  /**
   * `version`: of the clocks that Privacy set in place of the law's own, where it has. `standIn`: no law of the place where the
   * person lives is known, and this one is used instead; `why` says so, for those who may know where that is.
   */
  law: z
    .object({
      id: z.string(),
      name: z.string(),
      why: text,
      standIn: z.boolean(),
      checkedOn: text,
      version: z.number().int().nullable(),
    })
    .nullable(),
  extension: z.object({ at: time, reason: text, notifiedDay: text }).nullable(),
  /** `unanswered`: it ended with the time to answer, and no answer came. */
  pauses: z.array(z.object({ reason: z.string(), from: time, to: timeOrNull, unanswered: z.boolean() })),
}
type ClockView = z.output<z.ZodObject<typeof clockView>>

/**
 * @param seesPlace whether the reader may know where the person lives
 * @param counted instants at which a counted day ends, in the time zone in which it was counted
 */
export const clockOf = (request: PrivacyRequest, at: At, counted: At, seesPlace: boolean): ClockView => ({
  acknowledgedAt: acknowledgedOrNull(request, at),
  acknowledgeBy: request.acknowledgeBy && counted(request.acknowledgeBy),
  law: lawView(request, seesPlace),
  extension: request.extendedAt && {
    at: at(request.extendedAt),
    reason: request.extensionReason,
    notifiedDay: request.notifiedDay,
  },
  pauses: request.pauses.map(({ reason, from, to, unanswered }) => ({
    reason,
    from: at(from),
    to: to && at(to),
    unanswered,
  })),
})

function acknowledgedOrNull(request: PrivacyRequest, at: At): string | null {
  const on = acknowledgedAt(request)
  return on && at(on)
}

/** `gdpr@2026-11-01` as the law that it names; a law that was taken off the list keeps its id for a name. */
function lawView(request: PrivacyRequest, seesPlace: boolean): ClockView['law'] {
  const { dueRule, lawBasis } = request
  const { id, checkedOn, version } = ruleParts(dueRule)
  if (!id) return null
  const why = seesPlace ? lawWhy(request) : null
  return { id, name: lawName(dueRule), why, standIn: standsIn(lawBasis), checkedOn, version }
}
