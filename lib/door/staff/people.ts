import { z } from 'zod'
import { emailSchema } from '@/lib/core/account/matching'
import { type Actor, isRole, type Role, roles } from '@/lib/core/people/actor'
import { raisesRights } from '@/lib/core/people/rank'
import { env } from '@/lib/env'
import { databaseNow } from '@/lib/store/database/transaction'
import { endPasswordLinks } from '@/lib/store/staff/password-links'
import { lockRights } from '@/lib/store/staff/rights'
import { changePerson, insertPerson } from '@/lib/store/staff/staff'
import { endSessionsOf } from '@/lib/store/staff/staff-sessions'
import { invalid } from '../answer/invalid'
import { refusal } from '../answer/refusal'
import { changing, type Done, mayDo, refuseBecause } from './changing'
import { giveRole, keepAnAdmin, known } from './known'
import { nameSchema } from './name'
import { invite, mailPasswordLink } from './password-link'
import { propose } from './rights'

/**
 * What admins (and the command line, as the system) do with the people who work here. Each ends that person's sessions. What gives
 * more sight of personal data, or a say in it, waits for a second person, unless the command line does it.
 */

const ability = 'manage-people'

const newPerson = z.object({
  email: emailSchema,
  name: nameSchema,
  role: z.enum(roles, 'Choose a role.'),
})

/** What became of a change of rights: `waits` where a second person has to apply it. */
type Changed = Done<{ waits?: boolean }>

/** A second press is told the same as the first. */
const again = (command: string) => ({ waits: command === 'propose-right' })

/**
 * Adds a person and invites them: mails them the link to set a password, where passwords let anybody in; the answer has the link only for the command line to print. Somebody
 * whom an admin adds can do nothing, and is mailed nothing, before a second person has applied it.
 */
export async function addPerson(
  actor: Actor,
  input: unknown,
  commandId: string,
): Promise<Done<{ link?: string; email?: string; waits?: boolean }>> {
  const parsed = newPerson.safeParse(input)
  if (!parsed.success) return mayDo(actor, ability) ? invalid(parsed.error) : refusal('not-allowed')
  const change = { actor, ability, command: 'add-person', commandId, locks: lockRights, again } as const
  return await changing<{ link?: string; email?: string; waits?: boolean }>(change, async (tx, acting) => {
    const { email, name, role } = parsed.data
    const id =
      (await insertPerson(tx, { email, name, role })) ??
      refuseBecause('email', 'Somebody with this address works here already.')
    if (actor.kind !== 'staff' || !raisesRights(null, role)) {
      const link = await invite(tx, { id, email })
      return { answer: { ...(link !== null && { link }), email }, facts: { staff: id, role } }
    }
    await changePerson(tx, id, { disabledAt: await databaseNow(tx) })
    const by = acting.person ?? actor.id
    const proposal = await propose(tx, { kind: 'person', id }, { to: role, invited: true }, by)
    const facts = { proposal, subject: `person/${id}`, staff: id, role }
    return { answer: { email, waits: true }, facts, became: 'propose-right' }
  })
}

/**
 * Gives a person another role. One that sees part of what the present one does counts at once, and what they have open stops working; any other waits for
 * a second person. Nobody changes their own.
 */
export async function changeRole(actor: Actor, id: string, role: Role, commandId: string): Promise<Changed> {
  const change = { actor, ability, command: 'change-role', commandId, locks: lockRights, again } as const
  return await changing<{ waits?: boolean }>(change, async (tx, acting) => {
    if (acting.same.includes(id)) refuseBecause('role', 'Nobody changes their own role. Another admin can.')
    const person = await known(tx, id)
    if (person.isSingleSignOn)
      refuseBecause(
        'role',
        'Their role comes from their groups at your organisation’s sign-in. Change it there.',
      )
    const from = isRole(person.role) ? person.role : null
    if (actor.kind !== 'staff' || from === role || !raisesRights(from, role))
      return { answer: {}, facts: await giveRole(tx, person, role) }
    if (role !== 'admin') await keepAnAdmin(tx, person)
    const value = { to: role, ...(from && { from }) }
    const proposal = await propose(tx, { kind: 'role', id }, value, acting.person ?? actor.id)
    const facts = { proposal, subject: `role/${id}`, staff: id, role }
    return { answer: { waits: true }, facts, became: 'propose-right' }
  })
}

/**
 * Disables a person's access at once. Restores it at once for the command line; for an admin, once a second person has applied
 * it. Nobody does either for themselves. Their past acts keep their name.
 */
export async function setDisabled(
  actor: Actor,
  id: string,
  disabled: boolean,
  commandId: string,
): Promise<Changed> {
  const command = disabled ? 'disable-person' : 'enable-person'
  const change = { actor, ability, command, commandId, locks: lockRights, again } as const
  return await changing<{ waits?: boolean }>(change, async (tx, acting) => {
    if (acting.same.includes(id))
      refuseBecause('person', 'Nobody shuts themselves out, or lets themselves in. Another admin can.')
    const person = await known(tx, id)
    if (disabled) await keepAnAdmin(tx, person)
    else if (actor.kind === 'staff' && person.disabledAt && isRole(person.role)) {
      const by = acting.person ?? actor.id
      const proposal = await propose(tx, { kind: 'person', id }, { to: person.role }, by)
      const facts = { proposal, subject: `person/${id}`, staff: id, role: person.role }
      return { answer: { waits: true }, facts, became: 'propose-right' }
    }
    await changePerson(tx, id, {
      disabledAt: disabled ? (person.disabledAt ?? (await databaseNow(tx))) : null,
      // What a person decides holds, no matter what the provider's groups say.
      disabledBy: null,
    })
    await endSessionsOf(tx, id)
    if (disabled) await endPasswordLinks(tx, id)
    return { answer: {}, facts: { staff: id } }
  })
}

/** Mails a person a new link, to their own address alone; earlier ones stop working. */
export async function sendPasswordLink(actor: Actor, id: string, commandId: string): Promise<Done> {
  return await changing({ actor, ability, command: 'send-password-link', commandId }, async tx => {
    const person = await known(tx, id)
    if (person.disabledAt) refuseBecause('person', 'This person is shut out.')
    if (person.isSingleSignOn || !env().passwordSignIn)
      refuseBecause('person', 'They sign in with single sign-on, and need no password.')
    await mailPasswordLink(tx, person)
    return { answer: {}, facts: { staff: id } }
  })
}
