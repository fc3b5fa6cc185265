import type { Actor } from '@/lib/core/people/actor'
import { retryParkedTry } from '@/lib/store/database/due-tries'
import { mayManageJobs, retryParkedJob } from '@/lib/store/database/jobs'
import type { Tx } from '@/lib/store/database/transaction'
import { inTransaction } from '@/lib/store/database/transaction'
import { type DoorRefusal, Refused, refusal } from '../answer/refusal'
import { assertStillActs } from '../run/still-acts'

/** What failed too often is tried again because a person says so. */

type Tried = { ok: true } | DoorRefusal

async function trying(actor: Actor, work: (tx: Tx) => Promise<boolean>): Promise<Tried> {
  if (!mayManageJobs(actor)) return refusal('not-allowed')
  try {
    return await inTransaction(async tx => {
      await assertStillActs(tx, actor)
      return (await work(tx)) ? { ok: true } : refusal('not-found')
    })
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

/** Gives a parked job all its attempts again; refused where it isn't parked any more, or the role may not. */
export const retryJob = (actor: Actor, id: string): Promise<Tried> =>
  trying(actor, tx => retryParkedJob(actor, id, tx))

/** The same for something due that a sweep couldn't handle. */
export const retryDue = (actor: Actor, sweep: string, id: string): Promise<Tried> =>
  trying(actor, tx => retryParkedTry(actor, sweep, id, tx))
