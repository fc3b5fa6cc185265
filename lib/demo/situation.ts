import type { Beginning } from './beginning'
import type { Kind } from './directory'
import type { Walk } from './walk'

/** One request of the demo: how it begins, and how far it has come. */
export interface Situation extends Beginning {
  kind: Kind
  /** The person of an earlier situation asks again. */
  again?: string
  /** Looks at what was queued last, so nothing else may be queueing. */
  alone?: true
  walk(request: Walk): Promise<unknown>
}
