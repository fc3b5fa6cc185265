import { z } from 'zod'
import type { AccountFacts } from '../account/checks'
import type { RiskPolicy } from './policy'
import { signals } from './signals/index'
import type { RiskContext } from './signals/signal'

export const ratingLevels = ['low', 'medium', 'high'] as const
export type RatingLevel = (typeof ratingLevels)[number]

export const ratedSignal = z.object({
  key: z.string(),
  points: z.number(),
  why: z.string(),
})
export type RatedSignal = z.infer<typeof ratedSignal>

/** A rating with every signal behind it; kept with the version of the policy that it was made with. */
export const riskRating = z.object({
  id: z.string(),
  round: z.number(),
  rating: z.enum(ratingLevels),
  score: z.number(),
  signals: z.array(ratedSignal),
  policyVersion: z.number().int(),
  at: z.date(),
})
export type RiskRating = z.infer<typeof riskRating>

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
