import type { Action } from '../request/request'

export const units = ['days', 'working-days', 'months'] as const

export interface Span {
  n: number
  unit: (typeof units)[number]
}

/** How sure we are: read in the law or the regulator's text, in a secondary source, or recalled and not confirmed. */
export type Confidence = 'read' | 'secondary' | 'recalled'

export interface Source {
  text: string
  confidence: Confidence
}

export interface Extension {
  /** Counted on top of the first period from its original start; null where the law has no cap and a date is notified. */
  by: Span | null
  /** The law's own reasons, coded. */
  reasons: readonly ExtensionReason[]
  /** Those for which the law sets no limit: to a day that is notified. */
  asLongAsNeeded?: readonly ExtensionReason[]
}

export const extensionReasons = [
  'complexity',
  'number-of-requests',
  'interference',
  'consultation',
  'format-conversion',
  'other',
] as const
export type ExtensionReason = (typeof extensionReasons)[number]

export type PauseReason = 'identity' | 'clarification'

/** What the clock does while something from the person is awaited. */
export interface PauseRule {
  reason: PauseReason
  /**
   * `stands-still`: the days are left out, from that of asking until the one before the answer; `leaves-out-both-days`: that of
   * the answer, too; `begins-anew`: the period counts from the day of the answer in place of that of receipt.
   */
  how: 'stands-still' | 'leaves-out-both-days' | 'begins-anew'
  /** For what was asked; everything where it is left out. */
  actions?: readonly Action[]
}

export interface Clock {
  actions: readonly Action[]
  acknowledge?: Span | undefined
  respond: Span
  extend?: Extension | undefined
}

/** How a law lets somebody disagree with the answer, to us. */
export interface Appealing {
  kind: 'appeal' | 'complaint'
  respond: Span
  /** Where the law lets us take longer, told before the first period ends. */
  extend?: { by: Span; reasons: readonly ExtensionReason[] }
  /** To whom they can turn after our answer. */
  authority: string
  /** Whether its last day moves past weekends and holidays; it doesn't where nothing is said. */
  roll?: Law['roll']
  /** What the number alone doesn't say. */
  about?: string
  /** `YYYY-MM-DD`; the day on which it is received counts. */
  effectiveFrom?: string
}

/** One law's clock, as data: never a branch in code. Not legal advice; Privacy can override every entry. */
export interface Law {
  id: string
  name: string
  /** ISO 3166-1 alpha-2, or ISO 3166-2 where a region has its own. */
  regions: readonly string[]
  clocks: readonly Clock[]
  /** What the clock does while these are awaited; nothing where none is listed. */
  pausesFor: readonly PauseRule[]
  /** The day that we aim at ourselves, ahead of the law's: counted from receipt, never moved past a weekend or extended. */
  target?: Span
  /** Moves past weekends and holidays only where the law says so. */
  roll: 'next-working-day' | 'holidays-and-sundays' | 'none'
  /** `count`: a public holiday counts as a working day, where the law leaves it open and the earlier date is the safe one. */
  holidays?: 'count'
  /** Days of every year that are no working days, `MM-DD`, both included. */
  closedSeason?: { from: string; to: string }
  /** Who hears complaints, as the end of “you can complain to …”. */
  complaint: string
  /** Where it says that the person can take an organisation to court over their request, if it does. */
  court?: Source | undefined
  appeal?: Appealing | undefined
  /** First and last day on which a request that is received falls under it, `YYYY-MM-DD`. */
  effectiveFrom?: string
  effectiveTo?: string
  sources: readonly Source[]
  /** `YYYY-MM-DD`. */
  checkedOn: string
  /** Set where Privacy put clocks of its own in place of the law's, which are kept here. */
  override?: { version: number; note: string; original: readonly Clock[] } | undefined
  /** Set where it is no law of its own but the shortest of others: the day on which those were in force, and they. */
  composed?: { on: string; from: readonly Law[] }
}
