import type { Facts } from '@/lib/core/machine/decision'
import type { Role } from '@/lib/core/people/actor'
import type { Tx } from '@/lib/store/database/transaction'
import { endTokensBeyond } from '@/lib/store/staff/rights'
import { changePerson, type LockedPerson, lockPerson, otherAdmins } from '@/lib/store/staff/staff'
import { endSessionsOf } from '@/lib/store/staff/staff-sessions'
import { Refused, refusal } from '../answer/refusal'
import { refuseBecause } from './changing'

/** A person who works or worked here, locked until the transaction ends. @throws {Refused} where there is nobody with this id */
export async function known(tx: Tx, id: string): Promise<LockedPerson> {
  const person = await lockPerson(tx, id)
  if (!person) throw new Refused(refusal('not-found'))
  return person
}

/**
 * The last admin can't lose the role or the account, because nobody could undo that. The caller holds `lockRights`, so that two
 * who are changed at once don't each count the other.
 * @throws {Refused} where this is the last one
 */
export async function keepAnAdmin(tx: Tx, person: LockedPerson): Promise<void> {
  if (person.role === 'admin' && !person.disabledAt && (await otherAdmins(tx, person.id)) === 0)
    refuseBecause('role', 'This is the last admin. Make somebody else an admin first.')
}

/** Ends a person's tokens that allow more than this role, which is theirs from now on. @returns their count, for the audit log */
export async function endTheirTokens(tx: Tx, staff: string, role: Role): Promise<Facts> {
  const tokens = await endTokensBeyond(tx, staff, role)
  return tokens > 0 ? { tokens } : {}
}

/** Gives a person another role: what they have open ends, and so do tokens of theirs that allow more than the new role. */
export async function giveRole(tx: Tx, person: LockedPerson, role: Role): Promise<Facts> {
  if (role !== 'admin') await keepAnAdmin(tx, person)
  await changePerson(tx, person.id, { role })
  await endSessionsOf(tx, person.id)
  return { staff: person.id, from: person.role, to: role, ...(await endTheirTokens(tx, person.id, role)) }
}
