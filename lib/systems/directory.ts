import { ACCOUNT_DIRECTORY, type Answers } from '@/lib/core/account/checks'
import type { AccountSource } from './contract'

/** How the directory is read; the store's `lookUpAccount` and `primaryAddress`. */
export interface ReadDirectory {
  answers(email: string, username: string): Promise<Answers>
  primaryAddress(username: string): Promise<string | null>
}

/**
 * Habeas's own account directory, loaded with `accounts import`. It is always within reach; when its database fails,
 * so does the whole request, and that error goes through: it must be tried again, not frozen as an answer.
 */
export function accountDirectory(read: ReadDirectory): AccountSource {
  const source = ACCOUNT_DIRECTORY
  const lookUp: AccountSource['lookUp'] = async (email, username) => {
    const { emails, ...facts } = await read.answers(email, username)
    return { reached: true, source, facts, emails }
  }
  return {
    name: source,
    lookUp,
    lookUpByUsername: async username => await lookUp((await read.primaryAddress(username)) ?? '', username),
  }
}
