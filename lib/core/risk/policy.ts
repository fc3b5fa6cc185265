import { z } from 'zod'

const points = z.number().int().min(0).max(100)

/** Points of one signal; `many` and `from` only where the signal has two steps. */
export const signalSettingSchema = z.object({
  points,
  many: points.optional(),
  from: z.number().int().min(1).max(10_000).optional(),
})
export type SignalSetting = z.infer<typeof signalSettingSchema>

export const riskPolicySchema = z
  .object({
    version: z.number().int().min(1),
    medium: z.number().int().min(1).max(1000),
    high: z.number().int().min(2).max(1000),
    signals: z.record(z.string().regex(/^[a-z-]+$/), signalSettingSchema),
    /** The organisation's own; those of the public list count without being listed. */
    disposableDomains: z.array(z.string().max(253)).max(5000),
  })
  .refine(policy => policy.high > policy.medium, { path: ['high'], message: 'High must be above medium.' })
export type RiskPolicy = z.infer<typeof riskPolicySchema>

/**
 * Ours to choose: points grow with what a wrong deletion would destroy and with how easily a stranger could have
 * got hold of the mailbox. Two warning signs make medium, four make high.
 */
export const defaultRiskPolicy: RiskPolicy = {
  version: 1,
  medium: 30,
  high: 60,
  signals: {
    'private-projects': { points: 10, many: 25, from: 10 },
    'paid-plan': { points: 15 },
    'no-two-factor': { points: 15 },
    'account-age': { points: 10 },
    'last-activity': { points: 5, many: 10, from: 7 },
    'sole-owned-groups': { points: 10, many: 20, from: 5 },
    'other-open-requests': { points: 10 },
    'country-mismatch': { points: 15 },
    'disposable-mail': { points: 15 },
  },
  disposableDomains: [],
}
