import { Temporal } from 'temporal-polyfill'
import { adviceFor, whyNot } from '../advice/next-step'
import { stepSchema } from '../advice/step-input'
import { commandOf } from '../commands/index'
import { zoneOf } from '../deadlines/days'
import { accountAddresses } from '../derived/account-addresses'
import { shownRatingOf } from '../derived/authority-given'
import { endsTooLate } from '../derived/ends-too-late'
import type { Eyes } from '../derived/four-eyes'
import { waitingOn } from '../machine/waiting-on'
import type { StaffActor } from '../people/actor'
import { sight } from '../people/permissions'
import { checksOf, openAppeal, openHolds, openWindows } from '../request/current'
import type { Hold } from '../request/hold'
import { siblingsOf } from '../request/related'
import type { PersonalField, PrivacyRequest } from '../request/request'
import { unreadSince } from '../request/unread'
import type { ConnectedSystem } from '../systems/connected'
import { appealsOf } from './appeal-view'
import { authorityStateOf, ownerPermissionOf } from './authority-view'
import { clockOf } from './clock-view'
import { escalationsOf } from './escalation-view'
import { filesView } from './file-view'
import { relationsOf } from './related-view'
import type { RequestView } from './request-view'
import { taskView } from './task-view'
import type { At } from './view-scalars'

/** An instant as ISO 8601 with the offset of a time zone (IANA name), such as `2026-03-02T23:59:59+01:00`. */
export const timeIn = (timeZone: string, instant: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never' })

/**
 * A request as this actor's role may see it. Roles that see no personal data get no address, name, note or free text,
 * nothing that was looked up about the person, and no steps, because they may take none. Steps that four eyes keep from this actor
 * are not among theirs.
 */
export function represent(
  request: PrivacyRequest,
  actor: StaffActor,
  timeZone: string,
  rules: Eyes['rules'],
  samePerson: readonly string[] = [],
  systems: readonly ConnectedSystem[] = [],
): RequestView {
  const at = (instant: Date) => timeIn(timeZone, instant)
  // A due date is the end of a day where it was counted.
  const counted = (instant: Date) => timeIn(zoneOf(request, timeZone), instant)
  const atOrNull = (instant: Date | null) => instant && at(instant)
  const { reference, type, subjectType, givenType, givenSubjectType, state, outcome, version, source } =
    request
  const seesPerson = sight[actor.role] !== 'no-personal-data'
  const appeal = openAppeal(request)
  return {
    reference,
    type,
    subjectType,
    state,
    outcome,
    waitingOn: waitingOn(request),
    version,
    givenType,
    givenSubjectType,
    receivedAt: at(request.receivedAt),
    confirmedAt: atOrNull(request.confirmedAt),
    closedAt: atOrNull(request.closedAt),
    response: request.response,
    ground: request.ground,
    respondedAt: atOrNull(request.respondedAt),
    contentErasedAt: atOrNull(request.contentErasedAt),
    dueOn: counted(request.dueOn),
    appealDueOn: appeal ? counted(appeal.dueOn) : null,
    ...clockOf(request, at, counted, seesPerson && !request.contentErasedAt),
    assignee: request.assigneeId,
    source,
    ...(seesPerson && !request.contentErasedAt ? personOf(request) : nobody),
    account: seesPerson && request.state !== 'closed' ? { emails: [...accountAddresses(request)] } : null,
    checks: seesPerson ? checksView(request, at) : null,
    checksFailedAt: atOrNull(request.checksFailedAt),
    lateReplyAt: atOrNull(request.lateReplyAt),
    unread: unreadSince(request) !== null,
    unreadSince: atOrNull(unreadSince(request)),
    objectedAt: atOrNull(request.objectedAt),
    helpAskedAt: atOrNull(request.helpAskedAt),
    optedOutAt: atOrNull(request.optedOutAt),
    ownerPermission: seesPerson ? ownerPermissionOf(request, at) : null,
    authority: authorityStateOf(request, at),
    escalations: escalationsOf(request, actor.role, at),
    appeals: appealsOf(request, actor.role, at, counted),
    files: filesView(request, actor, at),
    risk: seesPerson ? riskView(request) : null,
    holds: openHolds(request).map(hold => holdView(hold, seesPerson, at)),
    windows: openWindows(request).map(({ reason, days, opensAt, endsAt }) => ({
      endsTooLate: endsTooLate(request, { endsAt }),
      reason,
      days,
      opensAt: at(opensAt),
      endsAt: at(endsAt),
    })),
    tasks: request.tasks.map(task => taskView(task, { request, systems, withText: seesPerson, at })),
    nextSteps: nextSteps(request, { actor, rules, samePerson }, systems),
    duplicates: duplicatesOf(request),
    ...relationsOf(request, actor, at),
  }
}

const nobody = {
  email: null,
  username: null,
  name: null,
  country: null,
  region: null,
  details: null,
  locale: null,
  requesterEmail: null,
  relationship: null,
  actingAs: null,
  forumProfile: null,
  forumUsername: null,
  whatIsWrong: null,
  whatIsRight: null,
} satisfies Record<PersonalField, null>

const personOf = (request: PrivacyRequest): Pick<PrivacyRequest, PersonalField> => {
  const { email, username, name, country, region, details, locale, requesterEmail } = request
  const { relationship, actingAs, forumProfile, forumUsername, whatIsWrong, whatIsRight } = request
  const asked = { relationship, actingAs, forumProfile, forumUsername, whatIsWrong, whatIsRight }
  return { email, username, name, country, region, details, locale, requesterEmail, ...asked }
}

function checksView(request: PrivacyRequest, at: At): RequestView['checks'] {
  const round = checksOf(request)
  if (!round) return null
  const { emailExists, usernameExists, sameAccount, account, ...ofSuccessor } = round.facts
  return {
    ...ofSuccessor,
    emailExists,
    usernameExists,
    sameAccount,
    enterprise: account?.enterprise ?? null,
    ...(account?.enterpriseSigns && { enterpriseSigns: account.enterpriseSigns }),
    accountState: account?.accountState ?? null,
    privateProjects: account?.privateProjects ?? null,
    blockedReason: account?.blockedReason ?? null,
    soleOwnedGroups: account?.soleOwnedGroups ?? null,
    plan: account?.plan ?? null,
    subscriptionEndsOn: account?.subscriptionEndsOn ?? null,
    twoFactor: account?.twoFactor ?? null,
    createdOn: account?.createdOn ?? null,
    lastActiveOn: account?.lastActiveOn ?? null,
    country: account?.country ?? null,
    region: account?.region ?? null,
    at: at(round.at),
    source: round.source,
  }
}

function riskView(request: PrivacyRequest): RequestView['risk'] {
  const rated = shownRatingOf(request)
  if (!rated) return null
  const { rating, score, signals, policyVersion } = rated
  return { rating, score, signals, policyVersion }
}

function holdView(hold: Hold, withText: boolean, at: At): RequestView['holds'][number] {
  const { id, reason: kind, note, until, placedAt, placedBy } = hold
  const reason = kind === 'other' && withText && note ? note : kind
  return { id, kind, reason, until: until && at(until), placedAt: at(placedAt), placedBy }
}

/** What the rules offer and this actor may do, the most pressing first. */
function nextSteps(
  request: PrivacyRequest,
  eyes: Eyes,
  systems: readonly ConnectedSystem[],
): RequestView['nextSteps'] {
  return adviceFor(request, systems).flatMap(({ why, steps }) =>
    steps
      .filter(step => whyNot(request, step, eyes) === null)
      .flatMap(step => {
        const { command: name, label, taskId } = step
        const command = commandOf(step)
        if (!command) return []
        const input = stepSchema(request, step, command, eyes.actor)
        return [{ command: name, label, why, ...(taskId ? { taskId } : {}), input }]
      }),
  )
}

/** Open requests of the same person for the same account or address; unconfirmed ones don't count. */
const duplicatesOf = (request: PrivacyRequest): RequestView['duplicates'] =>
  siblingsOf(request)
    .filter(({ sameRequester }) => sameRequester)
    .map(({ reference, state }) => ({ reference, state }))
