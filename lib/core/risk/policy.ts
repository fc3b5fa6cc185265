import { z } from 'zod'
import { signals } from './signals/index'
import type { Signal } from './signals/signal'
import { type SignalSetting, signalSettingSchema } from './signals/signal-setting'

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
 * What a policy says of every signal. A signal that came after the policy was made counts as its author meant it, until
 * Privacy sets it; 0 points switch one off.
 */
export const settingsOf = (
  policy: Pick<RiskPolicy, 'signals'>,
): readonly { signal: Signal; setting: SignalSetting; byDefault: boolean }[] =>
  signals.map(signal => {
    const setting = policy.signals[signal.key]
    return { signal, setting: setting ?? signal.usual, byDefault: setting === undefined }
  })

/**
 * Ours to choose: points grow with what a wrong deletion would destroy and with how easily a stranger could have
 * got hold of the mailbox. Two warning signs make medium, four make high.
 */
export const defaultRiskPolicy: RiskPolicy = {
  version: 1,
  medium: 30,
  high: 60,
  signals: Object.fromEntries(signals.map(({ key, usual }) => [key, usual])),
  disposableDomains: [],
}
