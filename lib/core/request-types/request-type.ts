import type { CheckFacts } from '../checks'
import type { Action } from '../deadlines/law'
import type { Draft } from '../draft'
import type { Guide } from '../guides/guide'
import type { Outcome, Request, SubjectType, WaitingOn, WindowReason } from '../request'
import type { TaskPlan } from '../tasks/plan'

/** Something that must be settled before anything is deleted or handed over. The first open one is the one that counts. */
export interface Requirement {
  key: string
  title: string
  isOpen(request: Request): boolean
  /** Whose turn it is while this is the first open one. */
  waitingOn(request: Request): WaitingOn
  /** What the system does when it opens: a message, a hold, a record. */
  start?(draft: Draft): void
  /** Commands that belong to it alone. */
  settledBy: readonly string[]
  /** Response windows that it opens. */
  windows: readonly WindowReason[]
  /** Messages that it may send. */
  says: readonly string[]
  /** Until it is met nothing is known about who asks, so nothing goes on by itself, not even around a deleted account. */
  provesIdentity?: boolean
}

/** What ends a request as soon as the checks have answered. */
export interface Screen {
  key: string
  title: string
  /** How it ends, and the message that says so. */
  outcome: Outcome
  says: string
  fits(draft: Draft, facts: CheckFacts): boolean
  end(draft: Draft): Draft
}

export type FieldKey =
  | 'email'
  | 'username'
  | 'name'
  | 'country'
  | 'region'
  | 'details'
  | 'relationship'
  | 'requesterEmail'
  | 'forumProfile'
  | 'forumUsername'

export interface FieldUse {
  key: FieldKey
  required: boolean
  /** The public form insists on it, where a program may leave it out. */
  requiredOnForm?: true
  /** Words of this type's own on the form, where the common ones don't fit. */
  label?: string
  hint?: string
}

/** One kind of privacy request: a declarative file, and everything else follows from it. */
export interface RequestType {
  key: string
  title: string
  /** Words for the person, on the form and in mail. */
  publicTitle: string
  publicSummary: string
  /** A noun phrase that follows “a request for”, in mail. */
  noun: string
  /** Said before anything is confirmed or ticked. */
  destroys: readonly string[]
  subjectType: SubjectType
  /** Other subject types that the form may name for it. */
  alsoFor?: readonly SubjectType[]
  /** Who opens it: anybody on the public form (unless switched off in the settings), or staff. */
  openedBy: 'public' | 'staff'
  /** Whom it is about, on the public form. */
  about: 'me' | 'deceased'
  /** How `processing` is shown. */
  processingAs: 'Deleting' | 'Compiling'
  /** Which clock of the law counts. */
  action: Action
  fields: readonly FieldUse[]
  /** Proofs are uploaded with the form. */
  takesProofs?: boolean
  /** The automated checks look the account up; without, the work starts as soon as the mailbox is confirmed. */
  looksUp: boolean
  /** Addresses that the account's owner named as their successor's also find the account. */
  matchesSuccessor?: boolean
  rated: boolean
  /** When questions are asked at all; `high-always`: a high rating asks even without private projects. */
  questions: 'none' | 'by-rating' | 'high-always'
  /** An account that is already deleted: its task is complete, or the checks go on as they are. */
  deleted: 'settles' | 'goes-on'
  /** An enterprise account makes it this type, whatever the form said. */
  enterpriseBecomes: string | null
  /** An account that is not an enterprise user's makes it this type. */
  individualBecomes: string | null
  screens: readonly Screen[]
  requirements: readonly Requirement[]
  subscriptionHold: boolean
  tasks: readonly TaskPlan[]
  /** The task that says how the request went; a failed verification is its exception. */
  mainTask: string
  /** How a mailbox that nobody confirmed ends it. */
  notConfirmed: Extract<Outcome, 'unconfirmed' | 'no-response'>
  guides: readonly Guide[]
}
