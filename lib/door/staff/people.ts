import { z } from 'zod'
import { type Actor, type Role, roles } from '@/lib/core/actor'
import type { Facts } from '@/lib/core/decision'
import { emailSchema } from '@/lib/core/matching'
import { can } from '@/lib/core/permissions'
import { log } from '@/lib/log'
import { appendAudit, organisationScope, ranBefore } from '@/lib/store/audit'
import { databaseNow, type Transaction, transaction } from '@/lib/store/client'
import { changePerson, insertPerson, lockPerson, otherAdmins } from '@/lib/store/staff'
import { endSessionsOf } from '@/lib/store/staff-sessions'
import { invalid } from '../invalid'
import { type DoorRefusal, Refused, refusal } from '../refusal'
import { mailPasswordLink } from './password-link'

/** What admins (and the command line, as the system) do with the people who work here. Each ends that person's sessions. */

const nameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(100)
  .refine(text => !/\p{C}/u.test(text), 'Take out the characters that can’t be shown.')

const newPerson = z.object({
  email: emailSchema,
  name: nameSchema,
  role: z.enum(roles, 'Choose a role.'),
})

type Done<More = unknown> = ({ ok: true } & More) | DoorRefusal

const mayManage = (actor: Actor) =>
  actor.kind === 'system' || (actor.kind === 'staff' && can(actor.role, 'manage-people'))

interface Change {
  actor: Actor
  command: string
  commandId: string
}

/** Permission, replay, the change and its audit row, in one transaction. */
async function changing<More extends object>(
  { actor, command, commandId }: Change,
  work: (tx: Transaction) => Promise<{ answer: More; facts: Facts }>,
): Promise<Done<Partial<More>>> {
  if (!mayManage(actor)) {
    log.warn({ security: 'denied', command, actorId: actor.kind === 'staff' ? actor.id : null }, 'denied')
    return refusal('not-allowed')
  }
  try {
    return await transaction(async tx => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${commandId}, 7))`
      if (await ranBefore(tx, commandId)) return { ok: true }
      const { answer, facts } = await work(tx)
      const at = await databaseNow(tx)
      await appendAudit(tx, { scope: organisationScope, at, command, commandId, actor, facts })
      return { ok: true, ...answer }
    })
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

const refuseBecause = (field: string, words: string): never => {
  throw new Refused(refusal('invalid-input', { detail: field, fields: { [field]: words } }))
}

/** Adds a person and mails them the link to set a password; the answer has the link only for the command line to print. */
export async function addPerson(
  actor: Actor,
  input: unknown,
  commandId: string,
): Promise<Done<{ link?: string; email?: string }>> {
  const parsed = newPerson.safeParse(input)
  if (!parsed.success) return mayManage(actor) ? invalid(parsed.error) : refusal('not-allowed')
  return await changing({ actor, command: 'add-person', commandId }, async tx => {
    const { email, name, role } = parsed.data
    const id =
      (await insertPerson(tx, { email, name, role })) ??
      refuseBecause('email', 'Somebody with this address works here already.')
    const link = await mailPasswordLink(tx, { id, email })
    return { answer: { link, email }, facts: { staff: id, role } }
  })
}

async function known(tx: Transaction, id: string) {
  const person = await lockPerson(tx, id)
  if (!person) throw new Refused(refusal('not-found'))
  return person
}

/** The last admin can't lose the role or the account: nobody could put that right. */
async function keepAnAdmin(tx: Transaction, person: { id: string; role: string }): Promise<void> {
  if (person.role === 'admin' && (await otherAdmins(tx, person.id)) === 0)
    refuseBecause('role', 'This is the last admin. Make somebody else an admin first.')
}

/** Gives a person another role, at once: what they have open stops working. */
export async function changeRole(actor: Actor, id: string, role: Role, commandId: string): Promise<Done> {
  return await changing({ actor, command: 'change-role', commandId }, async tx => {
    const person = await known(tx, id)
    if (role !== 'admin') await keepAnAdmin(tx, person)
    await changePerson(tx, id, { role })
    await endSessionsOf(tx, id)
    return { answer: {}, facts: { staff: id, from: person.role, to: role } }
  })
}

/** Shuts a person out at once, or lets them in again. What they did stays theirs. */
export async function setDisabled(
  actor: Actor,
  id: string,
  disabled: boolean,
  commandId: string,
): Promise<Done> {
  const command = disabled ? 'disable-person' : 'enable-person'
  return await changing({ actor, command, commandId }, async tx => {
    const person = await known(tx, id)
    if (disabled) await keepAnAdmin(tx, person)
    await changePerson(tx, id, { disabledAt: disabled ? await databaseNow(tx) : null })
    await endSessionsOf(tx, id)
    return { answer: {}, facts: { staff: id } }
  })
}

/** Mails a person a new link; earlier ones stop working. */
export async function sendPasswordLink(actor: Actor, id: string, commandId: string): Promise<Done> {
  return await changing({ actor, command: 'send-password-link', commandId }, async tx => {
    const person = await known(tx, id)
    if (person.disabledAt) refuseBecause('person', 'This person is shut out.')
    await mailPasswordLink(tx, person)
    return { answer: {}, facts: { staff: id } }
  })
}
