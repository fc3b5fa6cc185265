import { z } from 'zod'
import { emailSchema } from '@/lib/core/account/matching'
import { type Actor, type Role, roles } from '@/lib/core/people/actor'
import { databaseNow, type Tx } from '@/lib/store/database/transaction'
import { changePerson, insertPerson, lockPerson, otherAdmins } from '@/lib/store/staff/staff'
import { endSessionsOf } from '@/lib/store/staff/staff-sessions'
import { invalid } from '../answer/invalid'
import { Refused, refusal } from '../answer/refusal'
import { changing, type Done, mayDo, refuseBecause } from './changing'
import { nameSchema } from './name'
import { mailPasswordLink } from './password-link'

/** What admins (and the command line, as the system) do with the people who work here. Each ends that person's sessions. */

const ability = 'manage-people'

const newPerson = z.object({
  email: emailSchema,
  name: nameSchema,
  role: z.enum(roles, 'Choose a role.'),
})

/** Adds a person and mails them the link to set a password; the answer has the link only for the command line to print. */
export async function addPerson(
  actor: Actor,
  input: unknown,
  commandId: string,
): Promise<Done<{ link?: string; email?: string }>> {
  const parsed = newPerson.safeParse(input)
  if (!parsed.success) return mayDo(actor, ability) ? invalid(parsed.error) : refusal('not-allowed')
  return await changing({ actor, ability, command: 'add-person', commandId }, async tx => {
    const { email, name, role } = parsed.data
    const id =
      (await insertPerson(tx, { email, name, role })) ??
      refuseBecause('email', 'Somebody with this address works here already.')
    const link = await mailPasswordLink(tx, { id, email })
    return { answer: { link, email }, facts: { staff: id, role } }
  })
}

async function known(tx: Tx, id: string) {
  const person = await lockPerson(tx, id)
  if (!person) throw new Refused(refusal('not-found'))
  return person
}

/** The last admin can't lose the role or the account, because nobody could undo that. */
async function keepAnAdmin(tx: Tx, person: { id: string; role: string }): Promise<void> {
  if (person.role === 'admin' && (await otherAdmins(tx, person.id)) === 0)
    refuseBecause('role', 'This is the last admin. Make somebody else an admin first.')
}

/** Gives a person another role, at once: what they have open stops working. */
export async function changeRole(actor: Actor, id: string, role: Role, commandId: string): Promise<Done> {
  return await changing({ actor, ability, command: 'change-role', commandId }, async tx => {
    const person = await known(tx, id)
    if (role !== 'admin') await keepAnAdmin(tx, person)
    await changePerson(tx, id, { role })
    await endSessionsOf(tx, id)
    return { answer: {}, facts: { staff: id, from: person.role, to: role } }
  })
}

/** Disables a person's access at once, or restores it. Their past acts keep their name. */
export async function setDisabled(
  actor: Actor,
  id: string,
  disabled: boolean,
  commandId: string,
): Promise<Done> {
  const command = disabled ? 'disable-person' : 'enable-person'
  return await changing({ actor, ability, command, commandId }, async tx => {
    const person = await known(tx, id)
    if (disabled) await keepAnAdmin(tx, person)
    await changePerson(tx, id, { disabledAt: disabled ? await databaseNow(tx) : null })
    await endSessionsOf(tx, id)
    return { answer: {}, facts: { staff: id } }
  })
}

/** Mails a person a new link; earlier ones stop working. */
export async function sendPasswordLink(actor: Actor, id: string, commandId: string): Promise<Done> {
  return await changing({ actor, ability, command: 'send-password-link', commandId }, async tx => {
    const person = await known(tx, id)
    if (person.disabledAt) refuseBecause('person', 'This person is shut out.')
    await mailPasswordLink(tx, person)
    return { answer: {}, facts: { staff: id } }
  })
}
