import type { Actor } from '@/lib/core/people/actor'
import { retryParkedTry } from '@/lib/store/database/due-tries'
import { retryParkedJob } from '@/lib/store/database/jobs'
import { Refused, refusal } from '../answer/refusal'
import { changing, type Done } from '../staff/changing'

/** What failed too often is tried again because a person says so. */

const ability = 'retry-parked'

/** Gives a parked job all its attempts again; refused where it isn't parked any more, or the role may not. */
export const retryJob = (actor: Actor, id: string, commandId: string): Promise<Done> =>
  changing({ actor, ability, command: 'retry-job', commandId }, async tx => {
    if (!(await retryParkedJob(actor, id, tx))) throw new Refused(refusal('not-found'))
    return { answer: {}, facts: { job: id } }
  })

/** The same for something due that a sweep couldn't handle. */
export const retryDue = (actor: Actor, sweep: string, id: string, commandId: string): Promise<Done> =>
  changing({ actor, ability, command: 'retry-due', commandId }, async tx => {
    if (!(await retryParkedTry(actor, sweep, id, tx))) throw new Refused(refusal('not-found'))
    return { answer: {}, facts: { sweep, due: id } }
  })
