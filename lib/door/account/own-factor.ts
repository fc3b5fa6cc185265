import {
  newAuthenticatorSecret,
  newRecoveryCodes,
  plainRecoveryCode,
  timeStepOf,
} from '@/lib/auth/authenticator'
import { systemClock } from '@/lib/clock'
import { env } from '@/lib/env'
import type { Tx } from '@/lib/store/database/transaction'
import {
  deleteApp,
  deleteSecondFactor,
  hasSecondFactorOn,
  readApp,
  readSecondFactor,
  replaceRecoveryCodes,
  spendTimeStep,
  startApp,
} from '@/lib/store/staff/second-factor'
import { confirmSession, endSessionsOf } from '@/lib/store/staff/staff-sessions'
import { Refused, refusal } from '../answer/refusal'
import type { Caller } from '../sign-in/caller'
import { recoveryCodeHash } from '../sign-in/judge-factor'
import { countTries } from '../sign-in/tries'
import { type Done, refuseBecause } from '../staff/changing'
import type { Staff } from '../staff/require-staff'
import { mailAccountChange, ownFactorChange } from './own-change'

/** What somebody does with their own second factor. */

/** Makes a secret for an authenticator app. It counts for nothing until a first code of it was right. */
export const startOwnApp = (staff: Staff, commandId: string): Promise<Done> =>
  ownFactorChange(
    staff,
    { field: 'code', command: 'start-authenticator', commandId, isSensitive: true },
    async tx => {
      if (!(await startApp(tx, staff.actor.id, newAuthenticatorSecret(), env().key)))
        refuseBecause('code', 'An authenticator app is on already.')
      return { answer: {} }
    },
  )

/** Forgets a secret that was never confirmed. */
export const cancelOwnApp = (staff: Staff, commandId: string): Promise<Done> =>
  ownFactorChange(staff, { field: 'code', command: 'cancel-authenticator', commandId }, async tx => {
    const app = await readApp(staff.actor.id, env().key, tx)
    if (!app || app.isConfirmed) throw new Refused(refusal('not-found'))
    await deleteApp(tx, staff.actor.id)
    return { answer: {} }
  })

/**
 * Turns the authenticator app on by a first code.
 * @returns the recovery codes, where these are the person's first; they are shown this once
 */
export async function turnOnOwnApp(
  staff: Staff,
  code: string,
  caller: Caller,
  commandId: string,
): Promise<Done<{ codes?: string[] }>> {
  const { id } = staff.actor
  const tried = await countTries('code', id, id, caller)
  if (!tried.ok)
    return refusal('invalid-input', {
      detail: 'code',
      fields: { code: 'There were too many wrong codes. Wait a quarter of an hour.' },
    })
  const change = { field: 'code', command: 'turn-on-authenticator', commandId, isSensitive: true } as const
  const done = await ownFactorChange(staff, change, async tx => {
    const app = await readApp(id, env().key, tx)
    if (!app || app.isConfirmed) throw new Refused(refusal('not-found'))
    const now = systemClock.now().getTime()
    const step = await timeStepOf(app.secret, code.replace(/\s/g, ''), now, app.lastStep)
    if (step === null || !(await spendTimeStep(tx, id, step)))
      refuseBecause(
        'code',
        'This code is not right. Look at the app, and type the six digits that it shows now.',
      )
    const codes = await firstFactor(tx, staff)
    await confirmSession(tx, staff.sessionId, 'password-and-code')
    await mailAccountChange(tx, staff.email, 'An authenticator app was turned on.')
    return { answer: codes ? { codes } : {} }
  })
  if (done.ok) await tried.giveBack()
  return done
}

/** With the first factor come recovery codes, and sessions that were begun with the password alone end. */
export async function firstFactor(tx: Tx, { actor, sessionId }: Staff): Promise<string[] | null> {
  await endSessionsOf(tx, actor.id, sessionId)
  const { codesLeft } = await readSecondFactor(actor.id, tx)
  return codesLeft > 0 ? null : await newCodes(tx, actor.id)
}

async function newCodes(tx: Tx, staffId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  const hashes = codes.map(code => recoveryCodeHash(staffId, plainRecoveryCode(code) ?? ''))
  await replaceRecoveryCodes(tx, staffId, hashes)
  return codes
}

/** Makes new recovery codes; the old ones stop working. */
export const renewOwnCodes = (staff: Staff, commandId: string): Promise<Done<{ codes?: string[] }>> =>
  ownFactorChange(
    staff,
    { field: 'code', command: 'renew-recovery-codes', commandId, isSensitive: true },
    async tx => {
      if (!(await hasSecondFactorOn(staff.actor.id, tx))) throw new Refused(refusal('not-found'))
      const codes = await newCodes(tx, staff.actor.id)
      await mailAccountChange(tx, staff.email, 'New recovery codes were made; the old ones stopped working.')
      return { answer: { codes } }
    },
  )

/** Turns the authenticator app off. With the last factor the recovery codes go, too. */
export const turnOffOwnApp = (staff: Staff, commandId: string): Promise<Done> =>
  ownFactorChange(
    staff,
    { field: 'code', command: 'turn-off-authenticator', commandId, isSensitive: true },
    async tx => {
      const { hasApp } = await readSecondFactor(staff.actor.id, tx)
      if (!hasApp) throw new Refused(refusal('not-found'))
      await deleteApp(tx, staff.actor.id)
      await afterRemoval(tx, staff)
      await mailAccountChange(tx, staff.email, 'The authenticator app was turned off.')
      return { answer: {} }
    },
  )

/** Without any factor the recovery codes are worth nothing; the session is then one by password alone. */
export async function afterRemoval(tx: Tx, { actor, sessionId }: Staff): Promise<void> {
  if (await hasSecondFactorOn(actor.id, tx)) return
  await deleteSecondFactor(tx, actor.id)
  await confirmSession(tx, sessionId, 'password')
}
