import type { Finding, Subject } from '@/lib/systems/contract'
import { findHolders } from './accounts'
import type { GitLab } from './api'
import { requireAdmin } from './canary'
import { counted } from './evidence'

/** Every account that holds one of the addresses, or the username. */
export async function findAccounts(api: GitLab, { username, emails }: Subject): Promise<Finding> {
  const ids = new Set<number>()
  for (const email of emails.length > 0 ? emails : ['']) {
    const { ofName, ofAddress } = await findHolders(api, email, username ?? '')
    for (const user of [ofName, ofAddress]) if (user) ids.add(user.id)
  }
  // Only an admin finds private addresses: to anybody else, everybody is nobody.
  if (ids.size === 0) await requireAdmin(api)
  return { ids: [...ids].map(String), words: ids.size === 0 ? 'no account' : counted(ids.size, 'account') }
}
