import type { Intake } from '@/lib/core/commands/submit'
import type { Paper } from './papers'

/** How a request of the demo begins: whose, how old, and what was asked. */
export interface Beginning {
  name: string
  /** How long ago it was asked; the legal clock counts from there. */
  daysAgo: number
  /** What was asked for; without it, the deletion of one's own account. */
  type?: string
  /** What else stood on the form. */
  fields?: Partial<
    Pick<
      Intake,
      | 'country'
      | 'region'
      | 'details'
      | 'relationship'
      | 'actingAs'
      | 'forumProfile'
      | 'forumUsername'
      | 'whatIsWrong'
      | 'whatIsRight'
    >
  >
  /** Somebody else asks, for the person. */
  askedBy?: { name: string; email: string }
  /** Proofs that came with the form. */
  proofs?: readonly Paper[]
}
