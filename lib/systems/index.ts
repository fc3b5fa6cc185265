import type { AccountSource } from './contract'
import { accountDirectory, type ReadDirectory } from './directory'

/**
 * The system that the automated checks ask. None can be connected yet, so it is Habeas's own directory; systems
 * import no store, so whoever asks brings the reading along: `accountSource(lookUpAccount)`.
 */
export function accountSource(readDirectory: ReadDirectory): AccountSource {
  return accountDirectory(readDirectory)
}
