import { z } from 'zod'
import type { AccountFacts } from '../account/checks'
import { type RiskPolicy, settingsOf } from './policy'
import type { RiskContext } from './signals/signal'

export const ratingLevels = ['low', 'medium', 'high'] as const
export type RatingLevel = (typeof ratingLevels)[number]

export const ratedSignal = z.object({
  key: z.string(),
  points: z.number(),
  why: z.string(),
  /** The policy of that version didn't know the signal yet; the points are its usual ones. */
  byDefault: z.boolean().optional(),
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
