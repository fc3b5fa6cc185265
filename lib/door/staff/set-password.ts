import { hashPassword, passwordFits, passwordProblem } from '@/lib/auth/password'
import { deviceProof, secretHash } from '@/lib/auth/session-token'
import { env } from '@/lib/env'
import { mailedSecret } from '@/lib/secrets'
import { inTransaction } from '@/lib/store/database/transaction'
import { readSetting } from '@/lib/store/settings/settings'
import { readJustSpent, readPasswordLink, spendPasswordLink } from '@/lib/store/staff/password-links'
import { changePerson, lockPerson } from '@/lib/store/staff/staff'
import { endSessionsOf } from '@/lib/store/staff/staff-sessions'
import { recordChange } from '../run/record-change'
import { systemFor } from '../run/system-for'

/** Links are dead where only single sign-on lets anybody in. */
const linkHash = (secret: string): string | null =>
  env().passwordSignIn ? secretHash('password link', mailedSecret(secret) ?? '') : null

/** Whether a mailed link can still be used, and whose it is. Changes nothing. */
export async function passwordLinkOwner(secret: string): Promise<{ email: string } | null> {
  const hash = linkHash(secret)
  return hash ? await readPasswordLink(hash) : null
}

export type SetPasswordAnswer =
  /** The link proved the mailbox, so the browser becomes a known one: strangers' guesses don't keep it out. */
  | { ok: true; email: string; device: string }
  | { ok: false; why: 'link' }
  | { ok: false; why: 'password'; problem: string }

/**
 * Sets a password by a mailed link and ends every session. Uses the link up, unless the password is refused. The second of two
 * presses of the button is answered like the first.
 */
export async function setPassword(secret: string, password: string): Promise<SetPasswordAnswer> {
  const hash = linkHash(secret)
  const owner = hash ? await readPasswordLink(hash) : null
  if (!hash || !owner) return await setBefore(hash, password)
  const organisation = await readSetting('organisation')
  const problem = await passwordProblem(password, { email: owner.email, name: owner.name, organisation })
  if (problem) return { ok: false, why: 'password', problem }
  const passwordHash = await hashPassword(password)
  const set = await inTransaction(async (tx): Promise<SetPasswordAnswer> => {
    const person = await lockPerson(tx, owner.staffId)
    if (!person || person.disabledAt || person.isSingleSignOn || !(await spendPasswordLink(tx, hash)))
      return { ok: false, why: 'link' }
    await changePerson(tx, person.id, { passwordHash })
    await endSessionsOf(tx, person.id)
    await recordChange(tx, {
      actor: systemFor.passwordByLink,
      command: 'set-password',
      facts: { staff: person.id },
    })
    return { ok: true, email: person.email, device: deviceProof(person.id) }
  })
  return set.ok ? set : await setBefore(hash, password)
}

/** Whether the same link has just set this very password. */
async function setBefore(hash: string | null, password: string): Promise<SetPasswordAnswer> {
  const spent = hash ? await readJustSpent(hash) : null
  const isSame = spent !== null && (await passwordFits(spent.passwordHash, password))
  if (!isSame) return { ok: false, why: 'link' }
  return { ok: true, email: spent.email, device: deviceProof(spent.staffId) }
}
