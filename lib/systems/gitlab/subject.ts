import { usernameKey } from '@/lib/core/account/matching'
import type { ActResult, EffectRecord, Subject } from '@/lib/systems/contract'
import { findHolders } from './accounts'
import type { GitLab } from './api'
import { addressesOf, hasAddress, readUser, type User } from './users'

/** What the ledger calls the deletion of a user; its target is the user's id. */
export const DELETE_USER = 'delete-user'

/** Whom an act is about, found again now. */
export type Refound =
  | { is: 'found'; user: User }
  /** GitLab says that there is nobody; not to be believed before a canary was read. The id is null where it was never known. */
  | { is: 'gone'; id: string | null }
  | { is: 'by-hand'; words: string }

const OTHER: Refound = {
  is: 'by-hand',
  words:
    'The account with this id is another one now: neither its username nor any of its addresses is the person’s. Look at it in GitLab.',
}
const MISMATCH: Refound = {
  is: 'by-hand',
  words:
    'GitLab has no account that holds both the username and the address, but one that holds either. Look at it in GitLab.',
}

const isTheirs = async (api: GitLab, user: User, { username, emails }: Subject): Promise<boolean> => {
  if (username !== null && usernameKey(username) === usernameKey(user.username)) return true
  if (emails.some(email => hasAddress([user.email], email))) return true
  const addresses = await addressesOf(api, user)
  return emails.some(email => hasAddress(addresses, email))
}

async function refindById(api: GitLab, id: string, subject: Subject): Promise<Refound> {
  const user = await readUser(api, id)
  if (!user) return { is: 'gone', id }
  return (await isTheirs(api, user, subject)) ? { is: 'found', user } : OTHER
}

async function refindByName(api: GitLab, { username, emails }: Subject): Promise<Refound> {
  let wasFound = false
  for (const email of emails) {
    const { ofName, ofAddress } = await findHolders(api, email, username ?? '')
    if (ofName && ofName.id === ofAddress?.id) return { is: 'found', user: ofName }
    wasFound ||= ofName !== null || ofAddress !== null
  }
  if (emails.length === 0)
    return { is: 'by-hand', words: 'Neither an id nor an address of the account is known. Look in GitLab.' }
  return wasFound ? MISMATCH : { is: 'gone', id: null }
}

/**
 * Finds the user again, before anything is done: by the id, which must still be this person's account, else by username and
 * address on one account, as the checks do.
 * @param known what the ledger has of the task: an account that we began to delete is known by its id
 */
export async function refind(
  api: GitLab,
  subject: Subject,
  known: readonly EffectRecord[] = [],
): Promise<Refound> {
  const began = known.findLast(record => record.what === DELETE_USER)?.target
  const id = /^\d{1,18}$/.test(subject.accountId ?? '') ? subject.accountId : (began ?? null)
  return id === null ? await refindByName(api, subject) : await refindById(api, id, subject)
}

export const byHand = (words: string): ActResult => ({ is: 'by-hand', words })
