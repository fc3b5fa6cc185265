import type { Facts } from '@/lib/core/machine/decision'
import type { Actor } from '@/lib/core/people/actor'
import { needsFreshProof } from '@/lib/core/people/permission-table'
import { type Ability, can } from '@/lib/core/people/permissions'
import { isFresh } from '@/lib/core/people/step-up'
import { log } from '@/lib/log'
import { findReplay, lockCommand } from '@/lib/store/audit/audit'
import { databaseNow, inTransaction, type Tx } from '@/lib/store/database/transaction'
import type { Acting } from '@/lib/store/staff/acting'
import { type DoorRefusal, Refused, refusal } from '../answer/refusal'
import { recordChange } from '../run/record-change'
import { assertStillActs } from '../run/still-acts'

export type Done<More = unknown> = ({ ok: true } & More) | DoorRefusal

/** The system may do all that the command line offers; staff may do what their role allows. */
export const mayDo = (actor: Actor, ability: Ability): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && can(actor.role, ability))

interface Change<More> {
  actor: Actor
  ability: Ability
  command: string
  /** One effect per id, however often it arrives. */
  commandId: string
  /** What has to be locked before who acts is looked at again, so that changes of rights come one after the other. */
  locks?: (tx: Tx) => Promise<void>
  /** What a second press of the same button is told, by the command that the first one became. */
  again?: (command: string) => Partial<More>
}

/**
 * Makes a change outside any request: permission, replay, the change and its audit row, in one transaction. Who changes settings,
 * people or tokens in a browser must have proved within ten minutes that it is them.
 * @param work answers what to tell, facts for the audit log, and the command that it became where that turns out only then
 */
export async function changing<More extends object>(
  { actor, ability, command, commandId, locks, again }: Change<More>,
  work: (tx: Tx, acting: Acting) => Promise<{ answer: More; facts: Facts; became?: string }>,
): Promise<Done<Partial<More>>> {
  if (!mayDo(actor, ability)) {
    const actorId = actor.kind === 'staff' ? actor.id : null
    log.warn({ actorId, command }, 'security: command denied')
    return refusal('not-allowed')
  }
  try {
    return await inTransaction(async tx => {
      await lockCommand(tx, commandId)
      await locks?.(tx)
      const acting = await assertStillActs(tx, actor)
      const earlier = await findReplay(commandId, tx)
      if (earlier) return { ok: true, ...again?.(earlier.command) }
      if (mustConfirm(acting, ability, await databaseNow(tx))) throw new Refused(refusal('confirm-again'))
      const { answer, facts, became = command } = await work(tx, acting)
      await recordChange(tx, { actor, command: became, commandId, facts })
      return { ok: true, ...answer }
    })
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

const mustConfirm = ({ confirmedAt }: Acting, ability: Ability, now: Date): boolean =>
  confirmedAt !== null && needsFreshProof.has(ability) && !isFresh(confirmedAt, now)

/** Rolls the change back, naming the field and the reason. */
export const refuseBecause = (field: string, words: string): never => {
  throw new Refused(refusal('invalid-input', { detail: field, fields: { [field]: words } }))
}
