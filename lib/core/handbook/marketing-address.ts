import { emailKey } from '../account/matching'
import { accountOf } from '../request/current'
import type { PrivacyRequest, SubjectType } from '../request/request'

/** Who asks for somebody else; only for somebody who has died. */
const forAnother: readonly SubjectType[] = ['agent', 'successor']

/**
 * The address whose marketing data is erased; the account's other ones go along. Who asks for somebody who has died may have
 * given an address of their own or of a successor: they are alive, so only the account's count, or one that is not theirs.
 * Null where none is known.
 */
export function marketingAddress(request: PrivacyRequest): string | null {
  if (!forAnother.includes(request.subjectType)) return request.email
  const account = accountOf(request)
  if (account?.email) return account.email
  return emailKey(request.email) === emailKey(request.requesterEmail) ? null : request.email
}
