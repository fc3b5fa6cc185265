import type { NextStep } from '../next-step'
import type { Request, SubjectType } from '../request'
import type { TaskPlan } from '../tasks/plan'

/** Something that must be settled before anything is deleted or handed over. */
export interface Requirement {
  key: string
  title: string
  isOpen(request: Request): boolean
}

/** What to do in a situation: the first that fits is the next step, the others that fit are offered below it. */
export interface Guide {
  when(request: Request): boolean
  /** One sentence: what to do now. */
  say: string
  /** The rule's name and words. */
  why: string
  steps(request: Request): NextStep[]
}

export type FieldKey = 'email' | 'username' | 'name' | 'country' | 'details'

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
  /** Offered on the public form. A type that is not can still be reached by re-typing. */
  published: boolean
  /** How `processing` is shown. */
  processingAs: 'Deleting' | 'Compiling'
  fields: readonly { key: FieldKey; required: boolean }[]
  /** The account must be found; none ends the request as `no-account`. */
  needsAccount: boolean
  rated: boolean
  /** An enterprise account makes it this type, whatever the form said. */
  enterpriseBecomes: string | null
  /** An account that is not an enterprise user's makes it this type. */
  individualBecomes: string | null
  requirements: readonly Requirement[]
  subscriptionHold: boolean
  tasks: readonly TaskPlan[]
  guides: readonly Guide[]
}
