import type { Actor } from '@/lib/core/people/actor'
import type { Tx } from '@/lib/store/database/transaction'
import { letConnect } from '@/lib/store/staff/identities'
import { deleteSecondFactor } from '@/lib/store/staff/second-factor'
import { endSessionsOf } from '@/lib/store/staff/staff-sessions'
import { mailAccountChange } from '../account/own-change'
import { Refused, refusal } from '../answer/refusal'
import { changing, type Done, refuseBecause } from './changing'
import { known } from './known'

/** What admins do about how a person signs in. */

const ability = 'manage-people'
const CONNECT_DAYS = 7

async function workingHere(tx: Tx, id: string) {
  const person = await known(tx, id)
  if (person.disabledAt) throw new Refused(refusal('not-found'))
  return person
}

/** Ends everything that a person has open; they can sign in again. */
export const endPersonsSessions = (actor: Actor, id: string, commandId: string): Promise<Done> =>
  changing({ actor, ability, command: 'end-sessions', commandId }, async tx => {
    await workingHere(tx, id)
    return { answer: {}, facts: { staff: id, sessions: await endSessionsOf(tx, id) } }
  })

/**
 * Takes a person's second factor away, who has lost it and their recovery codes; ends their sessions and mails them. Nobody does it
 * for themselves: a session that was left open would be enough.
 */
export const resetSecondFactor = (actor: Actor, id: string, commandId: string): Promise<Done> =>
  changing({ actor, ability, command: 'reset-second-factor', commandId }, async (tx, { same }) => {
    const person = await workingHere(tx, id)
    if (same.includes(id))
      refuseBecause('person', 'Change your own second factor on the page of your account.')
    await deleteSecondFactor(tx, id)
    const sessions = await endSessionsOf(tx, id)
    await mailAccountChange(
      tx,
      person.email,
      'An admin took your second factor away. Your password alone lets you in until you turn a new one on.',
    )
    return { answer: {}, facts: { staff: id, sessions } }
  })

/**
 * Lets somebody who signs in by password become the person for whom the provider of single sign-on vouches under the same, verified
 * address, at their next sign-in there within seven days.
 */
export const letPersonConnect = (actor: Actor, id: string, commandId: string): Promise<Done> =>
  changing({ actor, ability, command: 'let-connect', commandId }, async (tx, { same }) => {
    await workingHere(tx, id)
    if (same.includes(id)) refuseBecause('person', 'Another admin has to let you connect.')
    await letConnect(tx, id, CONNECT_DAYS)
    return { answer: {}, facts: { staff: id } }
  })
