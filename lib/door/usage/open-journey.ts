import type { Actor } from '@/lib/core/people/actor'
import { keyedHash } from '@/lib/secrets'
import { type JourneyEvent, readJourney } from '@/lib/store/usage/journey'
import { journeyInput } from '@/lib/usage-data/figures/journey'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { changing, type Done, mayDo } from '../staff/changing'

const ability = 'open-journey'

export interface Journey {
  events: readonly JourneyEvent[]
  /** There are older ones that aren't shown. */
  more: boolean
}

/**
 * Shows the events of one pseudonymous user, for a reason out of a closed list and a ticket. Both are in the audit log before
 * anything is shown, with a keyed hash of the pseudonym: enough to see that somebody was looked at twice, not whom.
 */
export async function openJourney(
  actor: Actor,
  input: unknown,
  commandId: string,
): Promise<Done<{ journey?: Journey }>> {
  if (!mayDo(actor, ability)) return refusal('not-allowed')
  const parsed = journeyInput.safeParse(input)
  if (!parsed.success) return invalid(parsed.error)
  const { pseudonym, reason, ticket } = parsed.data
  return await changing({ actor, ability, command: 'open-journey', commandId }, async tx => {
    const journey = await readJourney(tx, pseudonym)
    const subject = keyedHash('journey', pseudonym)
    return { answer: { journey }, facts: { reason, ticket, subject, events: journey.events.length } }
  })
}
