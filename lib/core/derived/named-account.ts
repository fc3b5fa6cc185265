import { checksOf } from '../request/current'
import type { PrivacyRequest } from '../request/request'

/** The note on the checks of an account that Privacy named because the address didn't find it. */
export const namedByPrivacy = 'Named by Privacy'

/** The username of the account that Privacy named in this round: what it is looked up by from then on; else null. */
export function namedAccount(request: PrivacyRequest): string | null {
  const checks = checksOf(request)
  return checks?.note === namedByPrivacy ? (checks.facts.account?.username ?? null) : null
}
