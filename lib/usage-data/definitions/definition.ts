import type { z } from 'zod'

/** Partitions exist for these; see prisma/migrations/0009_usage. */
export const keptMonths = [1, 3, 6, 12, 24, 36] as const
export type KeptMonths = (typeof keptMonths)[number]

/**
 * Whose pseudonym a value becomes. The same value becomes the same pseudonym within a kind, and another one in another
 * kind; `user` is the kind by which an erasure finds a person's events.
 */
export type PseudonymKind = 'user' | 'session' | 'device' | 'value'

/**
 * What happens to one field before anything is stored; a field without a policy is dropped. `reason` is shown on the
 * public dictionary page.
 * - `keep`: stored as it came, only while it has the shape (anything else is replaced by a pseudonym)
 * - `pseudonymise`: stored as a keyed one-way hash
 * - `pattern`: an address of which only the pattern stays, `/namespace:ID/project:ID/-/issues`
 * - `drop`: not stored in any form
 */
export type FieldPolicy = { reason: string } & (
  | { policy: 'keep'; shape: z.ZodType<string> }
  | { policy: 'pseudonymise'; as: PseudonymKind }
  | { policy: 'pattern' }
  | { policy: 'drop' }
)

export type FieldPolicies = Readonly<Record<string, FieldPolicy>>

/** How an event arrives over the tracker protocol. */
export type TrackerMatch =
  | { kind: 'page-view' }
  | { kind: 'page-ping' }
  | { kind: 'structured'; category: string; action: string }
  /** An iglu URI without its version: `iglu:org.example/invite_sent/jsonschema`. Every 1-x-y is taken. */
  | { kind: 'self-describing'; schema: string }

/** One kind of event: one file in lib/usage-data/events and one line in its index. */
export interface EventDefinition {
  /** In snake case; what charts, the ping and the dictionary call it. */
  action: string
  description: string
  /** The team that answers for it. */
  owner: string
  status: 'active' | 'removed'
  /** Where it comes from: a tracker in a product, Habeas's own pages, or a scheduled query over its tables. */
  source: { from: 'tracker'; match: TrackerMatch } | { from: 'habeas' } | { from: 'database'; query: string }
  /** Ids that an event of this kind may carry, from the standard context. */
  identifiers: readonly ('project' | 'namespace' | 'user')[]
  /** `label`, `property`, `value` of a structured event; fields of a self-describing one. */
  additionalProperties: FieldPolicies
  keptMonths: KeptMonths
}

/** A self-describing context that may travel with any event: one file in lib/usage-data/contexts. */
export interface ContextDefinition {
  /** An iglu URI without its version. */
  schema: string
  description: string
  fields: FieldPolicies
}

export const timeFrames = ['all', '28d', '7d'] as const
export type TimeFrame = (typeof timeFrames)[number]

/** One figure of the Service Ping: one file in lib/usage-data/metrics and one line in its index. */
export interface MetricDefinition {
  /** Where it is in the document, e.g. `counts.requests`; `_monthly` and `_weekly` are added for `28d` and `7d`. */
  keyPath: string
  description: string
  owner: string
  valueType: 'number' | 'string' | 'boolean'
  status: 'active' | 'broken' | 'removed'
  timeFrames: readonly TimeFrame[]
  dataCategory: 'operational' | 'optional' | 'subscription' | 'standard'
  /** It counts people, so it isn't told where they are few. */
  countsPeople?: true
  /** A query of the store by its name, the events of a kind, their different users, or a fact of the installation. */
  source:
    | { data: 'database'; query: string }
    | { data: 'events'; event: string; count: 'events' | 'users' }
    | { data: 'system'; fact: string }
}

/** A performance indicator: one file in lib/usage-data/indicators and one line in its index. */
export interface IndicatorDefinition {
  key: string
  name: string
  owner: string
  /** What it says, in a sentence or two. */
  definition: string
  /** What is drawn: an event's count or its different users, over a time frame. */
  measure: { event: string; count: 'events' | 'users'; over: 'day' | '7d' | '28d' }
  target: { atLeast: number } | { atMost: number } | null
  maturity: 'definition' | 'instrumentation' | 'data-availability' | 'dashboard' | 'target' | 'complete'
}
