import { z } from 'zod'
import { hashPassword, passwordFits, passwordProblem } from '@/lib/auth/password'
import { readSetting } from '@/lib/store/settings/settings'
import { changePerson, readOwn } from '@/lib/store/staff/staff'
import { endSessionOf, endSessionsOf } from '@/lib/store/staff/staff-sessions'
import { invalid } from '../answer/invalid'
import { Refused, refusal } from '../answer/refusal'
import type { Caller } from '../sign-in/caller'
import { countTries, judge } from '../sign-in/tries'
import { type Done, refuseBecause } from '../staff/changing'
import { nameSchema } from '../staff/name'
import type { Staff } from '../staff/require-staff'
import { mailAccountChange, ownChange } from './own-change'

/** Changes the own name, as colleagues see it. */
export async function changeOwnName(staff: Staff, name: unknown, commandId: string): Promise<Done> {
  const parsed = z.object({ name: nameSchema }).safeParse({ name })
  if (!parsed.success) return invalid(parsed.error)
  return await ownChange(staff, { command: 'change-own-name', commandId }, async tx => {
    const own = await readOwn(staff.actor.id, tx)
    if (own?.isSingleSignOn) refuseBecause('name', 'Your name comes from your organisation’s sign-in.')
    await changePerson(tx, staff.actor.id, { name: parsed.data.name })
    return { answer: {} }
  })
}

const passwords = z.object({ current: z.string().min(1).max(1000), next: z.string().min(1).max(1000) })

/** Changes the own password, with the old one; every other session ends. Wrong old ones are limited like sign-ins. */
export async function changeOwnPassword(
  staff: Staff,
  given: unknown,
  caller: Caller,
  commandId: string,
): Promise<Done> {
  const parsed = passwords.safeParse(given)
  if (!parsed.success) return refuseField('current', 'Type your password, and the new one.')
  const { current, next } = parsed.data
  const own = await readOwn(staff.actor.id)
  if (!own?.passwordHash) return refuseField('current', 'You sign in without a password here.')
  const tried = await countTries('password', own.email, staff.actor.id, caller)
  if (!tried.ok)
    return refuseField('current', 'There were too many wrong passwords. Wait a quarter of an hour.')
  const { passwordHash: before } = own
  if (!(await judge(tried, () => passwordFits(before, current))))
    return refuseField('current', 'This is not your password now.')
  await tried.giveBack()
  const organisation = await readSetting('organisation')
  const problem = await passwordProblem(next, { email: own.email, name: own.name, organisation })
  if (problem) return refuseField('next', problem)
  const passwordHash = await hashPassword(next)
  return await ownChange(staff, { command: 'change-password', commandId }, async tx => {
    await changePerson(tx, staff.actor.id, { passwordHash })
    const sessions = await endSessionsOf(tx, staff.actor.id, staff.sessionId)
    await mailAccountChange(tx, own.email, 'Its password was changed.')
    return { answer: {}, facts: { sessions } }
  })
}

const refuseField = (field: string, words: string) =>
  refusal('invalid-input', { detail: field, fields: { [field]: words } })

/** Whether mail about what is given to them goes to them, or to their team. */
export const setOwnMail = (staff: Staff, isOn: boolean, commandId: string): Promise<Done> =>
  ownChange(staff, { command: 'set-own-mail', commandId }, async tx => {
    await changePerson(tx, staff.actor.id, { ownMail: isOn })
    return { answer: {}, facts: { on: isOn } }
  })

/** Ends one of the own sessions. */
export const endOwnSession = (staff: Staff, sessionId: string, commandId: string): Promise<Done> =>
  ownChange(staff, { command: 'end-session', commandId }, async tx => {
    if (!(await endSessionOf(tx, staff.actor.id, sessionId))) throw new Refused(refusal('not-found'))
    return { answer: {}, facts: { session: sessionId } }
  })

/** Ends every session but the one that asks. */
export const endOtherSessions = (staff: Staff, commandId: string): Promise<Done<{ sessions?: number }>> =>
  ownChange(staff, { command: 'end-sessions', commandId }, async tx => {
    const sessions = await endSessionsOf(tx, staff.actor.id, staff.sessionId)
    return { answer: { sessions }, facts: { sessions } }
  })
