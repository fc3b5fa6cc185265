import { emailKey } from '../account/matching'
import { marketingAddress } from '../handbook/marketing-address'
import type { PrivacyRequest } from '../request/request'

/** Addresses without those that are the same in another spelling. */
function eachOnce(addresses: readonly string[]): string[] {
  const keys = addresses.map(emailKey)
  return addresses.filter((address, at) => keys.indexOf(emailKey(address)) === at)
}

/**
 * The addresses to search for and delete: all of the account's, the primary one first; where no account is known, the one that
 * the request is about. None once the request is closed.
 */
export function accountAddresses(
  request: Pick<PrivacyRequest, 'state' | 'accountEmails' | 'email'>,
): readonly string[] {
  if (request.state === 'closed') return []
  return request.accountEmails.length > 0 ? request.accountEmails : [request.email].filter(Boolean)
}

/** What a look-up found, with the addresses that an earlier one knew: one that left the account is still searched for. */
export const withEarlier = (emails: readonly string[], earlier: readonly string[]): string[] =>
  eachOnce([...emails, ...earlier])

/** The addresses whose marketing data is to go; none where the only known one is of somebody alive who asks for another. */
export function marketingAddresses(request: PrivacyRequest): string[] {
  const first = marketingAddress(request)
  return first ? eachOnce([first, ...request.accountEmails]) : []
}
