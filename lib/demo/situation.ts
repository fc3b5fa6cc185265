import type { Intake } from '@/lib/core/submit'
import type { Kind } from './directory'
import type { Paper } from './papers'
import type { Walk } from './walk'

/** One request of the demo: whose, how old, and how far it has come. */
export interface Situation {
  name: string
  kind: Kind
  /** How long ago it was asked; the legal clock counts from there. */
  daysAgo: number
  /** What was asked for; without it, the deletion of one's own account. */
  type?: string
  /** What else stood on the form. */
  fields?: Partial<
    Pick<Intake, 'country' | 'region' | 'details' | 'relationship' | 'forumProfile' | 'forumUsername'>
  >
  /** Somebody else asks, for the person. */
  askedBy?: { name: string; email: string }
  /** Proofs that came with the form. */
  proofs?: readonly Paper[]
  /** The person of an earlier situation asks again. */
  again?: string
  /** Looks at what was queued last, so nothing else may be queueing. */
  alone?: true
  walk(request: Walk): Promise<unknown>
}
