import type { AccountFacts } from '../../checks'
import type { RiskPolicy, SignalSetting } from '../policy'
import type { RiskContext } from '../rating'

/** One reason to be careful: `find` answers the points and the reason in words, or null where it does not apply. */
export interface Signal {
  key: string
  title: string
  find(account: AccountFacts, context: RiskContext, setting: SignalSetting, policy: RiskPolicy): { points: number; why: string } | null
}
