import type { AccountFacts } from '../account/checks'
import { type RiskPolicy, settingsOf } from './policy'
import type { RiskContext } from './signals/signal'

export type RatingLevel = 'low' | 'medium' | 'high'

export interface RatedSignal {
  key: string
  points: number
  why: string
  /** The policy of that version didn't know the signal yet; the points are its usual ones. */
  byDefault?: boolean | undefined
}

/** A rating with every signal behind it; kept with the version of the policy that it was made with. */
export interface RiskRating {
  id: string
  round: number
  rating: RatingLevel
  score: number
  signals: RatedSignal[]
  policyVersion: number
  at: Date
}

/** Sums the points of every signal, by the policy or else its usual ones, and holds them against its two thresholds. */
export function rate(
  account: AccountFacts,
  context: RiskContext,
  policy: RiskPolicy,
): Omit<RiskRating, 'id' | 'round'> {
  const rated = settingsOf(policy).flatMap(({ signal, setting, byDefault }): RatedSignal[] => {
    const finding = signal.find(account, context, setting, policy)
    return finding ? [{ key: signal.key, ...finding, ...(byDefault && { byDefault }) }] : []
  })
  const score = rated.reduce((sum, signal) => sum + signal.points, 0)
  const rating: RatingLevel = score >= policy.high ? 'high' : score >= policy.medium ? 'medium' : 'low'
  return { rating, score, signals: rated, policyVersion: policy.version, at: context.now }
}
