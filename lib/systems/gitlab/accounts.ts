import type { CheckFacts, LookUp } from '@/lib/core/account/checks'
import { emailKey } from '@/lib/core/account/matching'
import type { AccountSource } from '@/lib/systems/contract'
import { SystemFailure } from '@/lib/systems/failure'
import type { GitLab } from './api'
import { requireAdmin } from './canary'
import { factsOf } from './facts'
import { addressesOf, hasAddress, holderAmong, type User, userNamed, usersLike } from './users'

const NOBODY: CheckFacts = { emailExists: false, usernameExists: false, sameAccount: false, account: null }

/** Who has a name and who has an address; with the addresses of an account that has both, where they had to be read. */
interface Holders {
  ofName: User | null
  ofAddress: User | null
  addresses: readonly string[] | null
}

/**
 * Finds who has a name and who has an address. GitLab's search finds alike names, too, and may not know secondary addresses, so
 * the holder of the name is asked for theirs.
 */
export async function findHolders(api: GitLab, email: string, username: string): Promise<Holders> {
  // The first call is made alone: it is often enough, and where GitLab asks us to wait, no second one has left.
  const ofName = await userNamed(api, username)
  if (emailKey(email) === '') return { ofName, ofAddress: null, addresses: null }
  // An address is on one account only, so who has it as primary ends the search.
  if (ofName && hasAddress([ofName.email], email)) return { ofName, ofAddress: ofName, addresses: null }
  const alike = await usersLike(api, email)
  const withPrimary = alike.find(user => hasAddress([user.email], email))
  if (withPrimary) return { ofName, ofAddress: withPrimary, addresses: null }
  const addresses = ofName && (await addressesOf(api, ofName))
  if (addresses && hasAddress(addresses, email)) return { ofName, ofAddress: ofName, addresses }
  const others = alike.filter(user => user.id !== ofName?.id)
  return { ofName, ofAddress: await holderAmong(api, others, email), addresses: null }
}

/** GitLab as the source of the automated checks. */
export function gitlabAccounts(api: GitLab): AccountSource {
  const source = api.wire.name
  const answer = (facts: CheckFacts, emails: readonly string[] = []): LookUp => ({
    reached: true,
    source,
    facts,
    emails,
  })
  const found = async (user: User, known: readonly string[] | null): Promise<LookUp> => {
    const [account, emails] = await Promise.all([factsOf(api, user), known ?? addressesOf(api, user)])
    if (account.username !== user.username || emailKey(account.email) !== emailKey(user.email))
      throw new SystemFailure('nonsense', `${source} changed an account while we looked at it.`)
    return answer({ emailExists: true, usernameExists: true, sameAccount: true, account }, emails)
  }
  return {
    name: source,
    lookUp: async (email, username) => {
      const { ofName, ofAddress, addresses } = await findHolders(api, email, username)
      if (ofName && ofName.id === ofAddress?.id) return await found(ofName, addresses)
      // Only an admin finds private addresses: to anybody else, everybody is nobody.
      if (!ofName && !ofAddress) await requireAdmin(api)
      return answer({ ...NOBODY, emailExists: ofAddress !== null, usernameExists: ofName !== null })
    },
    lookUpByUsername: async username => {
      const user = await userNamed(api, username)
      if (user) return await found(user, null)
      await requireAdmin(api)
      return answer(NOBODY)
    },
  }
}
