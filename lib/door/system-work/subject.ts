import { emailKey } from '@/lib/core/account/matching'
import { accountAddresses } from '@/lib/core/derived/account-addresses'
import { checksOf } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import type { Subject } from '@/lib/systems/contract'

/**
 * The id of an account that is kept on requests. Ids of two systems of a kind may be equal, so those of a system that isn't named
 * after its kind carry its key.
 */
export const keptAccountId = ({ key, kind }: { key: string; kind: string }, id: string): string =>
  key === kind ? id : `${key}:${id}`

/** The id as the system itself knows it. */
export const ownAccountId = (key: string, kept: string): string =>
  kept.startsWith(`${key}:`) ? kept.slice(key.length + 1) : kept

/** Whom a system is asked about, read off the request as it is now. */
export function subjectFor(request: PrivacyRequest, systemKey: string): Subject {
  const account = checksOf(request)?.facts.account
  const isThere = checksOf(request)?.source === systemKey
  return {
    accountId: isThere && request.accountId ? ownAccountId(systemKey, request.accountId) : null,
    username: account?.username ?? request.username,
    emails: accountAddresses(request).map(emailKey),
    forumUsername: request.forumUsername,
  }
}
