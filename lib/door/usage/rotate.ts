import { z } from 'zod'
import type { Actor } from '@/lib/core/people/actor'
import { databaseNow } from '@/lib/store/database/transaction'
import { insertChange, lockAnnouncements } from '@/lib/store/usage/announcements'
import { beginKeyVersion, currentKeyVersion } from '@/lib/store/usage/keys'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { changing, type Done, mayDo } from '../staff/changing'
import { entryWords } from './entry-fields'

const rotateInput = z.object(entryWords('Say why.'))

/**
 * Tells people that pseudonyms are made with another key from now on, and does it. The same user becomes another
 * pseudonym, so no journey crosses this moment; deletions still look under every version.
 */
export async function rotateKey(
  actor: Actor,
  input: unknown,
  commandId: string,
): Promise<Done<{ version?: number }>> {
  const ability = 'announce-usage'
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = rotateInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  return await changing({ actor, ability, command: 'rotate-usage-key', commandId }, async tx => {
    await lockAnnouncements(tx)
    const version = (await currentKeyVersion(tx)) + 1
    const since = await databaseNow(tx)
    const announcedById = actor.kind === 'staff' ? actor.id : null
    const { title, text } = parsed.data
    const body = `${text}\n\nPseudonyms are made with version ${version} of the key from now on. What was collected before can’t be tied to what comes after.`
    const changeId = await insertChange(tx, { at: since, kind: 'key', title, body, announcedById })
    await beginKeyVersion(tx, { version, since, changeId })
    return { answer: { version }, facts: { change: changeId, version } }
  })
}
