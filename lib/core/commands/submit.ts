import { confirmationDays } from '../handbook/window-days'
import type { Context, Decision } from '../machine/decision'
import { Draft } from '../machine/draft'
import type { PrivacyRequest, SubjectType } from '../request/request'

/** What a new request needs to know, already validated against its type (see intake.ts). */
export interface Intake {
  type: string
  subjectType: SubjectType
  email: string
  username: string | null
  name: string | null
  country: string | null
  region: string | null
  relationship: PrivacyRequest['relationship']
  actingAs: PrivacyRequest['actingAs']
  forumProfile: string | null
  forumUsername: string | null
  whatIsWrong: string | null
  whatIsRight: string | null
  keepOptOut: boolean
  timeZone: string | null
  details: string | null
  locale: string
  requesterEmail: string
  receivedAt: Date
  source: PrivacyRequest['source']
}

/**
 * A request exists from the moment the form was sent; the legal clock counts from here. The link goes to the requester.
 * @param earlier the closed request that this one follows
 */
export function submit(
  intake: Intake,
  reference: string,
  context: Context,
  earlier?: { id: string; reference: string },
): Decision {
  const request: PrivacyRequest = {
    id: context.newId(),
    reference,
    version: 0,
    state: 'submitted',
    outcome: null,
    round: 1,
    accountId: null,
    accountEmails: [],
    confirmedAt: null,
    closedAt: null,
    dueOn: intake.receivedAt,
    dueRule: '',
    calendar: context.rules.calendar,
    lawBasis: 'default',
    acknowledgeBy: null,
    deadlineReminders: [],
    extendedAt: null,
    extensionReason: null,
    notifiedDay: null,
    overdueSince: null,
    response: null,
    ground: null,
    respondedAt: null,
    longExtensionUntil: null,
    longExtensionById: null,
    helpAskedAt: null,
    placeConfirmedAt: null,
    optedOutAt: null,
    objectedAt: null,
    erasureBegunAt: null,
    handled: null,
    checksFailedAt: null,
    lateReplyAt: null,
    proceedsDespite: [],
    assigneeId: null,
    contentErasedAt: null,
    checks: [],
    ratings: [],
    verifications: [],
    reviews: [],
    ownerPermissions: [],
    authorities: [],
    escalations: [],
    appeals: [],
    pauses: [],
    files: [],
    tasks: [],
    holds: [],
    windows: [],
    messages: [],
    links: earlier ? [{ id: context.newId(), otherId: earlier.id, kind: 'follows' }] : [],
    givenType: intake.type,
    givenSubjectType: intake.subjectType,
    related: [],
    ...intake,
  }
  const draft = new Draft(request, context)
    .openWindow('confirmation', confirmationDays, false)
    .recomputeDeadline()
    .sendMessage('request-received', { bySystem: true })
  return draft
    .fact({
      type: intake.type,
      source: intake.source,
      dueOn: draft.next.dueOn.toISOString(),
      dueRule: draft.next.dueRule,
      lawBasis: draft.next.lawBasis,
      ...(intake.actingAs === 'self' ? {} : { actingAs: intake.actingAs }),
      ...(earlier ? { follows: earlier.reference } : {}),
    })
    .done()
}
