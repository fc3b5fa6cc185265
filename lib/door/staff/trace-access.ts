import type { StaffActor } from '@/lib/core/people/actor'
import { sight } from '@/lib/core/people/permissions'
import { describeError, log } from '@/lib/log'
import { type ReadPart, recordAccess } from '@/lib/store/audit/access'

/**
 * Leaves a trace of who read what is personal. Roles that see nothing personal leave none. Where it can't be kept, the log says so,
 * and the reader gets what they asked for.
 * @param scope id of the request or entry, or the name of a list
 */
export async function traceAccess(actor: StaffActor, scope: string, part: ReadPart): Promise<void> {
  if (sight[actor.role] === 'no-personal-data') return
  try {
    await recordAccess(actor, scope, part)
  } catch (error) {
    log.error({ err: describeError(error), actorId: actor.id, scope, part }, 'who read this was not kept')
  }
}
