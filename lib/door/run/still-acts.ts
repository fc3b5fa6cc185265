import type { Actor } from '@/lib/core/people/actor'
import { log } from '@/lib/log'
import type { Tx } from '@/lib/store/database/transaction'
import { type Acting, lockActing } from '@/lib/store/staff/acting'
import { Refused, refusal } from '../answer/refusal'

/** What the system, the requester and the public count as: nobody who works here. */
const nobody: Acting = { person: null, same: [], confirmedAt: null }

/**
 * Makes sure that staff may still act, in the transaction of what they do and after its other locks are held: meanwhile their
 * token may have been revoked or have ended, their session too, or they were disabled or given another role.
 * @returns the ids under which the same person acts
 * @throws {Refused} where they may not act any more
 */
export async function assertStillActs(tx: Tx, actor: Actor): Promise<Acting> {
  if (actor.kind !== 'staff') return nobody
  const acting = await lockActing(tx, actor)
  if (acting) return acting
  log.warn(
    { actorId: actor.id, role: actor.role, via: actor.via },
    'security: somebody who may not act any more was stopped',
  )
  throw new Refused(refusal('no-longer-allowed'))
}
