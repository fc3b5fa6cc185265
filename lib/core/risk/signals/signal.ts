import type { AccountFacts } from '../../account/checks'
import type { SignalSetting } from './signal-setting'

/** What the signals may look at besides the account. `requestCountry` is ISO 3166-1 alpha-2. */
export interface RiskContext {
  now: Date
  email: string
  requestCountry: string | null
  otherOpenRequests: number
  /** How often a verification of the account failed within a year. */
  failedVerifications: number
}

/** What a signal found: its points, and the reason in a short sentence without addresses. */
export interface Finding {
  points: number
  why: string
}

/** Lists of the policy that a signal may look into. */
interface SignalLists {
  disposableDomains: readonly string[]
}

/** One reason to be careful: `find` answers the points and the reason in words, or null where it does not apply. */
export interface Signal {
  key: string
  /** Its name on the settings page. */
  title: string
  /** What it counts where the policy doesn't say. */
  usual: SignalSetting
  find(
    account: AccountFacts,
    context: RiskContext,
    setting: SignalSetting,
    policy: SignalLists,
  ): Finding | null
}

/** A finding, or null where Privacy has set the signal to no points: then it is off and has nothing to say. */
export function finding(points: number, why: string): Finding | null {
  return points > 0 ? { points, why } : null
}

/** Points of the second step; never fewer than the first, so that a worse fact can't lower a score. */
export function manyPoints(setting: SignalSetting): number {
  return Math.max(setting.points, setting.many ?? setting.points)
}
