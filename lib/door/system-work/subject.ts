import { emailKey } from '@/lib/core/account/matching'
import { accountAddresses } from '@/lib/core/derived/account-addresses'
import { checksOf } from '@/lib/core/request/current'
import type { PrivacyRequest } from '@/lib/core/request/request'
import { ownAccountId } from '@/lib/core/systems/account-ids'
import type { Subject } from '@/lib/systems/contract'

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
