import type { Action, Outcome, SubjectType } from '../../request/request'
import type { WindowReason } from '../../request/response-window'
import type { TaskPlan } from '../tasks/plan'
import type { ProcessingWords } from './processing-copy'

/** What must be settled before anything is deleted or handed over; requirements/ says how each is met. */
export type RequirementKey =
  | 'authority'
  | 'subject-confirmation'
  | 'verification-questions'
  | 'owner-permission'
  | 'security-review'
  | 'export-region'
  | 'self-serve'

/** What ends a request as soon as the checks have answered; screens/ says when each fits. */
export type ScreenKey = 'no-account' | 'no-living-account' | 'not-controller' | 'embargo'

/** Advice beside the common one; guides/ holds what each says. `requirements`: that of the type's requirements, in their order. */
export type GuideKey = 'requirements' | 'blocked-by-own-deletion' | 'work-tasks' | 'search-early'

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
  | 'whatIsWrong'
  | 'whatIsRight'

export interface FieldUse {
  key: FieldKey
  required: boolean
  /** The public form insists on it, where a program may leave it out. */
  requiredOnForm?: true
  /** A program may say the same in this field instead. */
  orIn?: FieldKey
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
  /** How `processing` is told, at the desk and to the person. */
  processingAs: ProcessingWords
  /** Which clock of the law counts. */
  action: Action
  fields: readonly FieldUse[]
  /** Somebody may ask for it in the name of a person who is alive, once Privacy has validated that they may. */
  mayBeActedFor?: true
  /** Its words where somebody acts for the person; those of the form where there are none. */
  forAnother?: { publicTitle: string; publicSummary?: string; destroys?: readonly string[] }
  /** Where the person gets longer to answer than the message gives everybody else, in calendar days. */
  windowDays?: Partial<Record<WindowReason, number>>
  /** It asks for data, so that the person may be asked what they mean by it. */
  clarifies?: true
  /** Proofs are uploaded with the form. */
  takesProofs?: boolean
  /** The automated checks look the account up; without, the work starts as soon as the mailbox is confirmed. */
  looksUp: boolean
  /** Addresses that the account's owner named as their successor's also find the account. */
  matchesSuccessor?: boolean
  rated: boolean
  /** When questions are asked at all; `high-always`: a high rating asks even without private projects. */
  questions: 'none' | 'by-rating' | 'high-always'
  /** An account that is already deleted: its task is complete, or the checks continue unchanged. */
  deleted: 'settles' | 'goes-on'
  /** An enterprise account makes it this type, even if the form said another. */
  enterpriseBecomes: string | null
  /** An account that is not an enterprise user's makes it this type. */
  individualBecomes: string | null
  screens: readonly ScreenKey[]
  requirements: readonly RequirementKey[]
  subscriptionHold: boolean
  tasks: readonly TaskPlan[]
  /** The task that says how the request went; a failed verification is its exception. */
  mainTask: TaskPlan
  /** How a mailbox that nobody confirmed ends it. */
  notConfirmed: Extract<Outcome, 'unconfirmed' | 'no-response'>
  /** Most pressing first. */
  guides: readonly GuideKey[]
}
