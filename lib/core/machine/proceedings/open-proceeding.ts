import { appealDeadline, appealName } from '../../deadlines/appeal'
import { dayOf, instantOn, wrongDay, zoneOf } from '../../deadlines/days'
import type { Appealing, Law } from '../../deadlines/law'
import { calendarOf, lawOf } from '../../deadlines/of-request'
import { openAppeal } from '../../request/current'
import type { PrivacyRequest } from '../../request/request'
import { receive } from '../conversation/receive'
import type { Context, Decision } from '../decision'
import { refuse } from '../decision'
import { Draft } from '../draft'

interface Opening {
  /** What they disagree with and why, in their words. */
  ground: string
  /** The day on which it arrived, where staff record one that came earlier. */
  receivedOn?: string | undefined
}

interface Kind {
  /** The clock on the day of receipt; undefined where the law has none. */
  under(law: Law, on: Date, timeZone: string): Appealing | undefined
  /** What it is about: it can't have come earlier. */
  notBefore: Date
}

/**
 * Opens an appeal or a complaint: a case beside the request, with a clock of its own, one at a time. The person is told at
 * once that it has arrived and by when they have an answer, and Privacy is told, too.
 */
export function openedProceeding(
  request: PrivacyRequest,
  { ground, receivedOn }: Opening,
  context: Context,
  { under, notBefore }: Kind,
): Decision {
  const { actor, newId, now } = context
  if (openAppeal(request)) return refuse('appeal-open')
  if (!request.confirmedAt || request.contentErasedAt) return refuse('illegal-state')
  const timeZone = zoneOf(request, context.timeZone)
  const given = { now, notBefore, zones: [context.timeZone, timeZone] }
  if (receivedOn && (actor.kind !== 'staff' || wrongDay(receivedOn, given)))
    return refuse('invalid-input', 'receivedOn')
  const receivedAt = receivedOn ? instantOn(receivedOn, timeZone, given) : now
  const law = lawOf(request, context)
  const appeal = under(law, receivedAt, timeZone)
  if (!appeal) return refuse('no-appeal')
  const calendar = calendarOf(request, context)
  const { dueOn } = appealDeadline({ law, appeal, receivedAt, timeZone, calendar })
  const opened = {
    id: newId(),
    kind: appeal.kind,
    ground,
    receivedAt,
    dueOn,
    openedAt: now,
    openedById: actor.kind === 'staff' ? actor.id : null,
    extendedAt: null,
    extensionReason: null,
    notifiedDay: null,
    granted: null,
    decision: null,
    answer: null,
    answeredAt: null,
    answeredById: null,
  }
  const draft = new Draft(request, context)
  // While work continues, their own words are a message like any other: somebody reads it before anything is destroyed.
  if (actor.kind === 'requester' && request.state !== 'closed')
    receive(draft, { key: 'complaint', subject: 'Complaint', body: ground, told: true })
  return draft
    .set({ appeals: [...request.appeals, opened], lateReplyAt: null })
    .fact({ appeal: opened.id, kind: opened.kind, law: law.id, appealDueOn: dueOn.toISOString() })
    .sendMessage('appeal-received', {
      variables: { appeal: appealName[opened.kind], appeal_due_on: dayOf(dueOn, timeZone).toString() },
    })
    .notifyTeam('privacy', 'privacy-notice', { reason: opened.kind })
    .done()
}
