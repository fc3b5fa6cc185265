import { adoptKey } from '@/lib/door/keys/key-check'
import type { Terminal } from './subcommand'

const LOST = `Everything that was made with the lost key is worthless afterwards:
  mailed links, visits, drafts and download codes; people ask for new links
  API tokens; make new ones
  mail that waits in the outbox can’t be opened, and its jobs end up parked
  the second factor of staff, who turn it on anew
  stored files and proofs, until the earlier key is put back
  secrets of connected systems and webhooks, unless HABEAS_EARLIER_KEYS has the key; enter them anew
  the limits and mutes of mailboxes, marketing’s suppression list as far as it was acknowledged
  pseudonyms of usage data: events of before can’t be erased for a person any more
  audit verify can’t prove anything that was written before`

/** `key adopt --yes`: begins to use another HABEAS_KEY with a database whose key is lost for good. */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  if (args.join(' ') !== '--yes') {
    terminal.err(`Usage: key adopt --yes\n\n${LOST}`)
    return 2
  }
  terminal.out(
    (await adoptKey()) ? `This key is used from now on.\n${LOST}` : 'This key is the database’s already.',
  )
  return 0
}
