import type { AccountSource } from './contract'
import { accountDirectory, type ReadDirectory } from './directory'

/** Every system that the automated checks can ask, under its key. */
const accountSources = {
  directory: accountDirectory,
} as const satisfies Readonly<Record<string, (read: ReadDirectory) => AccountSource>>

/**
 * The system that the automated checks ask. None can be connected yet, so it is Habeas's own directory; systems
 * import no store, so the caller brings the reading along: `accountSource(lookUpAccount)`.
 */
export function accountSource(
  readDirectory: ReadDirectory,
  key: keyof typeof accountSources = 'directory',
): AccountSource {
  return accountSources[key](readDirectory)
}
