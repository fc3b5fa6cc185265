import { emailKey, usernameKey } from './matching'

/** What a look-up of an account answers; `null` is "not known", never "no". Dates are `YYYY-MM-DD`. */
export interface AccountFacts {
  accountId: string
  email: string
  username: string
  enterprise: boolean
  accountState: 'active' | 'blocked' | 'banned' | 'deactivated' | 'deleted'
  blockedReason: 'self_deletion' | 'abuse' | 'other' | null
  privateProjects: number | null
  soleOwnedGroups: number | null
  plan: string | null
  subscriptionEndsOn: string | null
  twoFactor: boolean | null
  createdOn: string | null
  lastActiveOn: string | null
  country: string | null
}

/** The four automated checks, and the account when one account holds both the address and the username. */
export interface CheckFacts {
  emailExists: boolean
  usernameExists: boolean
  sameAccount: boolean
  account: AccountFacts | null
}

/** One frozen round of checks: `intake` after the confirmation, `fresh` before something destructive or after a hold. */
export interface CheckRound {
  id: string
  round: number
  purpose: 'intake' | 'fresh'
  source: string
  note: string | null
  /** Who recorded it by hand; on a fresh look, who accepted what had changed. */
  recordedById: string | null
  at: Date
  facts: CheckFacts
}

/** The directory was asked and answered, or could not be reached; the latter is never "no account". */
export type LookUp = { reached: true; source: string; facts: CheckFacts } | { reached: false; source: string }

/**
 * What differs, in ways that must stop a deletion, between the frozen answers and fresh ones: names of the differing facts.
 * A blocked state that a security review has dealt with is no difference (handbook, "Order that protects people").
 */
export function differences(frozen: CheckFacts, fresh: CheckFacts): string[] {
  const was = frozen.account
  const is = fresh.account
  if (!was || !is) return was === is ? [] : ['account']
  const differing: string[] = []
  if (was.accountId !== is.accountId) differing.push('account id')
  if (emailKey(was.email) !== emailKey(is.email)) differing.push('email')
  if (usernameKey(was.username) !== usernameKey(is.username)) differing.push('username')
  if (was.enterprise !== is.enterprise) differing.push('enterprise status')
  return differing
}
