import type { AccountFacts } from '../account/checks'
import type { RiskPolicy } from './policy'
import { signals } from './signals/index'
import type { RiskContext } from './signals/signal'

export type RatingLevel = 'low' | 'medium' | 'high'

export interface RatedSignal {
  key: string
  points: number
  why: string
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

/** Sums the points of every signal of the policy and holds them against its two thresholds. */
export function rate(
  account: AccountFacts,
  context: RiskContext,
  policy: RiskPolicy,
): Omit<RiskRating, 'id' | 'round'> {
  const rated = signals.flatMap(signal => {
    const setting = policy.signals[signal.key]
    const finding = setting ? signal.find(account, context, setting, policy) : null
    return finding ? [{ key: signal.key, ...finding }] : []
  })
  const score = rated.reduce((sum, signal) => sum + signal.points, 0)
  const rating: RatingLevel = score >= policy.high ? 'high' : score >= policy.medium ? 'medium' : 'low'
  return { rating, score, signals: rated, policyVersion: policy.version, at: context.now }
}
