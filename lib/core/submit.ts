import { oneMonthDue, oneMonthRule } from './deadlines/one-month'
import type { Context, Decision } from './decision'
import { Draft } from './draft'
import type { Request, SubjectType } from './request'

/** What a new request needs to know, already validated against its type (see intake.ts). */
export interface Intake {
  type: string
  subjectType: SubjectType
  email: string
  username: string | null
  name: string | null
  country: string | null
  region: string | null
  details: string | null
  locale: string
  requesterEmail: string
  receivedAt: Date
  source: Request['source']
}

/** A request exists from the moment the form was sent; the legal clock counts from here. The link goes to the requester. */
export function submit(intake: Intake, reference: string, context: Context): Decision {
  const dueOn = oneMonthDue(intake.receivedAt, context.timeZone)
  const request: Request = {
    id: context.newId(),
    reference,
    version: 0,
    state: 'submitted',
    outcome: null,
    round: 1,
    accountId: null,
    confirmedAt: null,
    closedAt: null,
    dueOn,
    dueRule: oneMonthRule,
    erasureBegunAt: null,
    handled: null,
    checksFailedAt: null,
    lateReplyAt: null,
    assigneeId: null,
    checks: [],
    ratings: [],
    verifications: [],
    reviews: [],
    tasks: [],
    holds: [],
    windows: [],
    messages: [],
    links: [],
    siblings: [],
    ...intake,
  }
  const draft = new Draft(request, context)
    .openWindow('confirmation', 7, false)
    .say('request-received', { bySystem: true })
  return draft
    .fact({ type: intake.type, source: intake.source, dueOn: dueOn.toISOString(), dueRule: oneMonthRule })
    .done()
}
