/** One effect on a system, as the ledger keeps it: written down before the call and again after it. */
export interface EffectRecord {
  /** Stable over every try; what a system gets as idempotency key. */
  id: string
  what: string
  /** An id in the system, never personal data. */
  target: string
  state: 'begun' | 'done'
  /** What was known of the target before, for telling later whether the effect has happened. */
  before: string | null
  result: string | null
  begunAt: Date
  settledAt: Date | null
}
