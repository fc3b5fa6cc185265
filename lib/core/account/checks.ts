import { z } from 'zod'
import { emailKey, usernameKey } from './matching'

/** The source of what Habeas's own directory answered; a connected system's is its key. */
export const ACCOUNT_DIRECTORY = 'account directory'

/** What speaks for an enterprise user by Support's definition, where no organisation has claimed the account. */
const enterpriseSign = z.enum(['created-since', 'saml-or-scim', 'provisioned', 'group-member'])
export type EnterpriseSign = z.infer<typeof enterpriseSign>

/** What a look-up of an account answers; `null` is "not known", never "no". Dates are `YYYY-MM-DD`. */
export const accountFacts = z.object({
  accountId: z.string(),
  email: z.string(),
  username: z.string(),
  enterprise: z.boolean(),
  /** Only where a system told them; none at all means that Support's definition doesn't fit. */
  enterpriseSigns: z.array(enterpriseSign).optional(),
  accountState: z.enum(['active', 'blocked', 'banned', 'deactivated', 'deleted']),
  blockedReason: z.enum(['self_deletion', 'abuse', 'other']).nullable(),
  privateProjects: z.number().nullable(),
  soleOwnedGroups: z.number().nullable(),
  plan: z.string().nullable(),
  subscriptionEndsOn: z.string().nullable(),
  twoFactor: z.boolean().nullable(),
  createdOn: z.string().nullable(),
  lastActiveOn: z.string().nullable(),
  country: z.string().nullable(),
  /** A region's ISO 3166-2 code, such as `US-CA`; checks from before it was kept have none. */
  region: z.string().nullable().default(null),
})
export type AccountFacts = z.infer<typeof accountFacts>

/** Blocked or banned, for any reason. */
export const isShut = (account: Pick<AccountFacts, 'accountState'>): boolean =>
  account.accountState === 'blocked' || account.accountState === 'banned'

/** Shut because its owner deleted it, which a ban on top doesn't change. */
export const isOwnDeletion = (account: AccountFacts | null): boolean =>
  account !== null && isShut(account) && account.blockedReason === 'self_deletion'

/** Blocked or banned, and not by its owner's own deletion. */
export const isBarred = (account: AccountFacts | null): boolean =>
  account !== null && isShut(account) && !isOwnDeletion(account)

/** The four automated checks, and the account when one account holds both the address and the username. */
export const checkFacts = z.object({
  /** Which address was given for somebody who has died, by the directory: one on the account, the successor's, or another. */
  givenAddress: z.enum(['account', 'successor', 'requester', 'other']).optional(),
  /** The directory names the requester's own address as the successor's. */
  requesterIsSuccessor: z.boolean().optional(),
  emailExists: z.boolean(),
  usernameExists: z.boolean(),
  sameAccount: z.boolean(),
  account: accountFacts.nullable(),
})
export type CheckFacts = z.infer<typeof checkFacts>

/** One frozen round of checks: `intake` after the confirmation, `fresh` before something destructive or after a hold. */
export const checkRound = z.object({
  id: z.string(),
  round: z.number(),
  purpose: z.enum(['intake', 'fresh']),
  source: z.string(),
  note: z.string().nullable(),
  /** Who recorded it by hand; on a fresh look, who accepted what had changed. */
  recordedById: z.string().nullable(),
  at: z.date(),
  facts: checkFacts,
})
export type CheckRound = z.infer<typeof checkRound>

/** What a look-up answers: the checks, and every address of the account that was found, the primary one first. */
export interface Answers extends CheckFacts {
  emails: string[]
}

/**
 * The directory was asked and answered, or could not be reached; the latter is never "no account". `emails`: every address of
 * the account that was found, the primary one first.
 */
export type LookUp =
  | { reached: true; source: string; facts: CheckFacts; emails: readonly string[] }
  | { reached: false; source: string }

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
