import type { CheckRound } from '../account/checks'
import type { Carrier } from '../people/actor'
import type { RiskRating } from '../risk/rating'
import type { Appeal, Authority, Escalation, OwnerPermission, Pause } from './proceedings'

export type { Appeal, Authority, Escalation, OwnerPermission, Pause }

export const states = ['submitted', 'checking', 'verifying', 'processing', 'closed'] as const
export type State = (typeof states)[number]

export const outcomes = [
  'fulfilled',
  'already-deleted',
  'no-account',
  'duplicate',
  'not-verified',
  'no-permission',
  'not-controller',
  'security-denied',
  'embargoed',
  'no-authority',
  'no-response',
  'withdrawn',
  'unconfirmed',
  'refused',
] as const
export type Outcome = (typeof outcomes)[number]

export const subjectTypes = ['individual', 'enterprise', 'portal', 'agent', 'successor'] as const
export type SubjectType = (typeof subjectTypes)[number]

/** What is asked for; inside one law the answer may be due at another time for another action. */
export const actions = ['erasure', 'rectification', 'access', 'objection'] as const
export type Action = (typeof actions)[number]

/** Whose turn it is. */
export const waitingOns = ['requester', 'support', 'privacy', 'team', 'system', 'nobody'] as const
export type WaitingOn = (typeof waitingOns)[number]

export const resolutions = ['complete', 'exception', 'not_found'] as const
export type Resolution = (typeof resolutions)[number]

export interface TaskStep {
  id: string
  key: string
  label: string
  help: string | null
  destructive: boolean
  position: number
  doneAt: Date | null
  doneById: string | null
}

export interface Found {
  zendesk?: boolean
  customersPortal?: boolean
}

export interface Task {
  id: string
  key: string
  name: string
  team: Carrier
  position: number
  state: 'open' | 'resolved' | 'cancelled'
  resolution: Resolution | null
  note: string | null
  found: Found | null
  openedAt: Date
  resolvedAt: Date | null
  resolvedById: string | null
  assigneeId: string | null
  steps: TaskStep[]
}

export const holdReasons = [
  'subscription',
  'subscription-renewed',
  'account-changed',
  'authority',
  'objection',
  'other',
] as const
export type HoldReason = (typeof holdReasons)[number]

export interface Hold {
  id: string
  reason: HoldReason
  note: string | null
  placedAt: Date
  /** A role, or "system". */
  placedBy: string
  until: Date | null
  /** What the hold was placed on, e.g. the subscription's end then: a renewal is a later one. */
  basis: Record<string, string> | null
  releasedAt: Date | null
  releasedBy: string | null
  releasedNote: string | null
}

export const windowReasons = [
  'confirmation',
  'verification',
  'owner-consent',
  'owner-decision',
  'documents',
  'self-serve',
] as const
export type WindowReason = (typeof windowReasons)[number]

export interface ResponseWindow {
  id: string
  reason: WindowReason
  /** Calendar days. */
  days: number
  opensAt: Date
  endsAt: Date
  remindAt: Date | null
  remindedAt: Date | null
  closedAt: Date | null
  closedBy: string | null
}

export interface Question {
  key: string
  text: string
  /** The check fact that the answer is held against. */
  fact: string
}

export interface Verification {
  id: string
  round: number
  level: 'medium' | 'high'
  questions: Question[]
  answers: Record<string, string> | null
  askedAt: Date
  answeredAt: Date | null
  result: 'passed' | 'failed' | null
  judgedAt: Date | null
  judgedById: string | null
}

export interface SecurityReview {
  id: string
  round: number
  issue: string
  requestedAt: Date
  result: 'unblocked' | 'denied' | null
  recordedAt: Date | null
}

export const filePurposes = ['hand-over', 'proof', 'attachment'] as const
export type FilePurpose = (typeof filePurposes)[number]

/** A stored file as the rules need it; the bytes are elsewhere. */
export interface FileRecord {
  id: string
  taskId: string | null
  name: string
  size: number
  mediaType: string
  purpose: FilePurpose
  addedBy: string
  addedAt: Date
  removedAt: Date | null
}

export const relationships = [
  'authorized-agent',
  'designated-account-successor',
  'designated-account-manager',
] as const
export type Relationship = (typeof relationships)[number]

/**
 * What became of a mail: `queued` (waiting or being tried), `accepted` by the mail server, `bounced`,
 * `uncertain` (lost after the last byte; a person settles it), `suppressed` (not to be sent), `none` (not a mail).
 */
export const deliveries = ['queued', 'accepted', 'bounced', 'uncertain', 'suppressed', 'none'] as const
export type Delivery = (typeof deliveries)[number]

/** The conversation as the rules need it: what was said and what became of it, never the words. */
export interface MessageRecord {
  id: string
  key: string
  direction: 'in' | 'out'
  /** A team's role, "requester" or "system". */
  sender: string
  late: boolean
  at: Date
  delivery: Delivery
  deliveryAt: Date | null
}

export interface LinkRecord {
  id: string
  otherId: string
  kind: 'duplicate-of' | 'follows'
}

/** An earlier or later open request of the same type for the same account, else the same address. Read, never saved. */
export interface Sibling {
  id: string
  reference: string
  state: State
  onHold: boolean
  receivedAt: Date
}

/** One privacy request with everything that belongs to it; commands answer a changed copy, the store saves the difference. */
export interface PrivacyRequest {
  id: string
  reference: string
  version: number
  type: string
  subjectType: SubjectType
  state: State
  outcome: Outcome | null
  /** Grows with each reopening; checks, ratings, verifications and reviews of earlier rounds no longer count. */
  round: number
  email: string
  username: string | null
  name: string | null
  country: string | null
  region: string | null
  details: string | null
  locale: string
  requesterEmail: string
  source: 'privacy-center' | 'api' | 'staff'
  accountId: string | null
  receivedAt: Date
  confirmedAt: Date | null
  closedAt: Date | null
  dueOn: Date
  /** The law's id and the day on which its entry was checked, e.g. `gdpr@2026-11-01`. */
  dueRule: string
  acknowledgeBy: Date | null
  /** Which reminders of the due date have gone out (see deadlines/reminders.ts). */
  deadlineReminders: string[]
  extendedAt: Date | null
  extensionReason: string | null
  /** `YYYY-MM-DD`, where the law has no cap of its own and a date was notified. */
  notifiedDay: string | null
  /** The requester's own, where known; IANA name. */
  timeZone: string | null
  relationship: Relationship | null
  forumProfile: string | null
  forumUsername: string | null
  /** The person asked for help with an export that they could do themselves. */
  helpAskedAt: Date | null
  /** Somebody who reads the account's own mailbox objected. */
  objectedAt: Date | null
  /** When the first destructive step was done. */
  erasureBegunAt: Date | null
  /** The account needs no deletion by us: its owner deleted it (`own-deletion`) or it is gone already. */
  handled: 'own-deletion' | 'already-deleted' | null
  checksFailedAt: Date | null
  /** A reply that came after its window had ended and nobody has acted on yet. */
  lateReplyAt: Date | null
  assigneeId: string | null
  /** When its content was taken out, for it was no longer needed; what is left names nobody. */
  contentErasedAt: Date | null
  checks: CheckRound[]
  ratings: RiskRating[]
  verifications: Verification[]
  reviews: SecurityReview[]
  ownerPermissions: OwnerPermission[]
  authorities: Authority[]
  escalations: Escalation[]
  appeals: Appeal[]
  pauses: Pause[]
  files: FileRecord[]
  tasks: Task[]
  holds: Hold[]
  windows: ResponseWindow[]
  messages: MessageRecord[]
  links: LinkRecord[]
  siblings: Sibling[]
}
