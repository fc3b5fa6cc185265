import type { Answers } from '@/lib/core/account/checks'
import type { AccountSource } from './contract'

/** How the directory is read; the store's `lookUpAccount`. */
export type ReadDirectory = (email: string, username: string) => Promise<Answers>

/**
 * Habeas's own account directory, loaded with `accounts import`. It is always within reach; when its database fails,
 * so does the whole request, and that error goes through: it must be tried again, not frozen as an answer.
 */
export function accountDirectory(read: ReadDirectory): AccountSource {
  const source = 'account directory'
  return {
    name: source,
    lookUp: async (email, username) => {
      const { emails, ...facts } = await read(email, username)
      return { reached: true, source, facts, emails }
    },
  }
}
