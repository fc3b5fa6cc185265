import type { Facts } from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import { needsFreshProof } from '@/lib/core/people/permission-table'
import { type Ability, can } from '@/lib/core/people/permissions'
import { isFresh } from '@/lib/core/people/step-up'
import { log } from '@/lib/log'
import { findReplay, lockCommand } from '@/lib/store/audit/audit'
import { databaseNow, inTransaction, type Tx } from '@/lib/store/database/transaction'
import { type DoorRefusal, Refused, refusal } from '../answer/refusal'
import { recordChange } from '../run/record-change'
import { assertStillActs } from '../run/still-acts'

export type Done<More = unknown> = ({ ok: true } & More) | DoorRefusal

/** The system may do all that the command line offers; staff may do what their role allows. */
export const mayDo = (actor: Actor, ability: Ability): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && can(actor.role, ability))

interface Change {
  actor: Actor
  ability: Ability
  command: string
  /** One effect per id, however often it arrives. */
  commandId: string
}

/**
 * Makes a change outside any request: permission, replay, the change and its audit row, in one transaction. Who changes settings,
 * people or tokens in a browser must have proved within ten minutes that it is them.
 */
export async function changing<More extends object>(
  { actor, ability, command, commandId }: Change,
  work: (tx: Tx) => Promise<{ answer: More; facts: Facts }>,
): Promise<Done<Partial<More>>> {
  if (!mayDo(actor, ability)) {
    const actorId = actor.kind === 'staff' ? actor.id : null
    log.warn({ actorId, command }, 'security: command denied')
    return refusal('not-allowed')
  }
  try {
    return await inTransaction(async tx => {
      await lockCommand(tx, commandId)
      const { confirmedAt } = await assertStillActs(tx, actor)
      if (await findReplay(commandId, tx)) return { ok: true }
      if (confirmedAt && needsFreshProof.has(ability) && !isFresh(confirmedAt, await databaseNow(tx)))
        throw new Refused(refusal('confirm-again'))
      const { answer, facts } = await work(tx)
      await recordChange(tx, { actor, command, commandId, facts })
      return { ok: true, ...answer }
    })
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

/** Rolls the change back, naming the field and the reason. */
export const refuseBecause = (field: string, words: string): never => {
  throw new Refused(refusal('invalid-input', { detail: field, fields: { [field]: words } }))
}
