import type { ProblemReason } from '../problems'

/**
 * What the page of a reason says, in plain language. Code is between backticks, and the name of a page or a message between
 * asterisks; nothing else is marked up.
 */
export interface ProblemPage {
  /** What the answer means, in a sentence or two. */
  means: string
  /** The rule behind it, and when it applies. */
  why: readonly string[]
  /** What to do, in the order in which to try it. */
  next: readonly string[]
  /** Reasons that are met beside this one. */
  see?: readonly ProblemReason[]
}

/** The pages of some of the reasons. */
export type PagesOf = Partial<Record<ProblemReason, ProblemPage>>
