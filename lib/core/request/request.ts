import { z } from 'zod'
import { checkRound } from '../account/checks'
import { riskRating } from '../risk/rating'
import { fileRecord } from './file-record'
import { hold } from './hold'
import { messageRecord } from './message-record'
import { officeCalendar } from './office-calendar'
import { appeal, authority, escalation, ownerPermission, pause } from './proceedings'
import { grounds, responses } from './record'
import { relatedRequest } from './related'
import { responseWindow } from './response-window'
import { type Outcome, outcomes, type State, states } from './stages'
import { task } from './task'
import { securityReview, verification } from './verification'

export { type Outcome, outcomes, type State, states }

export const subjectTypes = ['individual', 'enterprise', 'portal', 'agent', 'successor'] as const
export type SubjectType = (typeof subjectTypes)[number]

/** What is asked for; inside one law the answer may be due at another time for another action. */
export const actions = ['erasure', 'rectification', 'access', 'objection'] as const
export type Action = (typeof actions)[number]

/** Why a law counts: it is the region's or the country's own, or it only stands in for one that isn't known. */
export const lawBases = ['region', 'country', 'shortest-of-country', 'default'] as const
export type LawBasis = (typeof lawBases)[number]

/** Whose turn it is. */
export const waitingOns = ['requester', 'support', 'privacy', 'team', 'system', 'nobody'] as const
export type WaitingOn = (typeof waitingOns)[number]

export const relationships = [
  'authorized-agent',
  'designated-account-successor',
  'designated-account-manager',
] as const
export type Relationship = (typeof relationships)[number]

/** Who asks for somebody alive: the person themselves, or somebody who acts for them. */
export const actings = ['self', 'authorized-agent', 'parent', 'legal-representative'] as const
export type Acting = (typeof actings)[number]

export const linkRecord = z.object({
  id: z.string(),
  otherId: z.string(),
  kind: z.enum(['duplicate-of', 'follows']),
})

/** One privacy request with everything that belongs to it; commands answer a changed copy, the store saves the difference. */
export const privacyRequest = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number().int(),
  type: z.string(),
  subjectType: z.enum(subjectTypes),
  state: z.enum(states),
  outcome: z.enum(outcomes).nullable(),
  /** Grows with each reopening; checks, ratings, verifications and reviews of earlier rounds no longer count. */
  round: z.number(),
  email: z.string(),
  username: z.string().nullable(),
  name: z.string().nullable(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  details: z.string().nullable(),
  locale: z.string(),
  requesterEmail: z.string(),
  source: z.enum(['privacy-center', 'api', 'staff']),
  accountId: z.string().nullable(),
  /** Every address of the account, as looked up, the primary one first; none once the request is closed. */
  accountEmails: z.array(z.string()),
  receivedAt: z.date(),
  confirmedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  dueOn: z.date(),
  /** The due date that had passed when a later one was counted; the request stays overdue by it. */
  overdueSince: z.date().nullable(),
  /** The law's id and the day on which its entry was checked, e.g. `gdpr@2026-11-01`. */
  dueRule: z.string(),
  /** The organisation's calendar as it was when the request was received; null for those from before there was one. */
  calendar: officeCalendar.nullable(),
  lawBasis: z.enum(lawBases),
  acknowledgeBy: z.date().nullable(),
  /** Which reminders of the due date have gone out (see deadlines/reminders.ts). */
  deadlineReminders: z.array(z.string()),
  extendedAt: z.date().nullable(),
  extensionReason: z.string().nullable(),
  /** `YYYY-MM-DD`, where the law has no cap of its own and a date was notified. */
  notifiedDay: z.string().nullable(),
  /** A day beyond what one person may promise, and who of Privacy wants it; a second one has to agree. */
  longExtensionUntil: z.string().nullable(),
  longExtensionById: z.string().nullable(),
  /** The requester's own, where known; IANA name. */
  timeZone: z.string().nullable(),
  relationship: z.enum(relationships).nullable(),
  /** For somebody who has died it stays `self`: there, `relationship` says who asks. */
  actingAs: z.enum(actings),
  /** What was chosen on the form, even if it has become something else; null where that is no longer known. */
  givenType: z.string().nullable(),
  givenSubjectType: z.enum(subjectTypes).nullable(),
  forumProfile: z.string().nullable(),
  forumUsername: z.string().nullable(),
  /** What a correction is about: what we hold, and what it should be. */
  whatIsWrong: z.string().nullable(),
  whatIsRight: z.string().nullable(),
  /** They asked to keep the opt-out that their browser signals for the address, too. */
  keepOptOut: z.boolean(),
  /** When their address was put on the list of those who get no marketing. */
  optedOutAt: z.date().nullable(),
  /** How much of what was asked the last substantive answer gave; null before one, and where there was none to give. */
  response: z.enum(responses).nullable(),
  /** Why it was refused, coded. */
  ground: z.enum(grounds).nullable(),
  /** When the substantive answer was sent, or the data handed over. */
  respondedAt: z.date().nullable(),
  /** The person asked for help with an export that they could do themselves. */
  helpAskedAt: z.date().nullable(),
  /** Somebody asked the person where they live, and recorded it. */
  placeConfirmedAt: z.date().nullable(),
  /** Somebody who reads the account's own mailbox objected. */
  objectedAt: z.date().nullable(),
  /** When the first destructive step was done. */
  erasureBegunAt: z.date().nullable(),
  /** The account needs no deletion by us: its owner deleted it (`own-deletion`) or it is gone already. */
  handled: z.enum(['own-deletion', 'already-deleted']).nullable(),
  checksFailedAt: z.date().nullable(),
  /** A reply that came after its window had ended and nobody has acted on yet. */
  lateReplyAt: z.date().nullable(),
  /** Ids of open requests for the data that a person decided not to wait for. */
  proceedsDespite: z.array(z.string()),
  assigneeId: z.string().nullable(),
  /** When its content was erased; the rest contains no personal data. */
  contentErasedAt: z.date().nullable(),
  checks: z.array(checkRound),
  ratings: z.array(riskRating),
  verifications: z.array(verification),
  reviews: z.array(securityReview),
  ownerPermissions: z.array(ownerPermission),
  authorities: z.array(authority),
  escalations: z.array(escalation),
  appeals: z.array(appeal),
  pauses: z.array(pause),
  files: z.array(fileRecord),
  tasks: z.array(task),
  holds: z.array(hold),
  windows: z.array(responseWindow),
  messages: z.array(messageRecord),
  links: z.array(linkRecord),
  related: z.array(relatedRequest),
})
export type PrivacyRequest = z.infer<typeof privacyRequest>

/**
 * The fields of a request that say who asks, about whom, and in which words. A role that sees no personal data gets none
 * of them, and erasing a request's content empties each.
 */
export type PersonalField = keyof Pick<
  PrivacyRequest,
  | 'email'
  | 'username'
  | 'name'
  | 'country'
  | 'region'
  | 'details'
  | 'locale'
  | 'requesterEmail'
  | 'relationship'
  | 'actingAs'
  | 'forumProfile'
  | 'forumUsername'
  | 'whatIsWrong'
  | 'whatIsRight'
>
