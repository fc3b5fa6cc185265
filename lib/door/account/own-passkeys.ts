import { checkRegistration, registrationOptions } from '@/lib/auth/passkeys'
import { secretHash } from '@/lib/auth/session-token'
import { newSecret } from '@/lib/secrets'
import { deletePasskey, insertPasskey, readPasskeys } from '@/lib/store/staff/passkeys'
import { hasSecondFactorOn } from '@/lib/store/staff/second-factor'
import { beginStep, readStep, spendStep } from '@/lib/store/staff/sign-in-steps'
import { confirmSession } from '@/lib/store/staff/staff-sessions'
import { Refused, refusal } from '../answer/refusal'
import { challengeText, passkeySite } from '../sign-in/passkey'
import { type Done, refuseBecause } from '../staff/changing'
import type { Staff } from '../staff/require-staff'
import { mailAccountChange, ownFactorChange } from './own-change'
import { afterRemoval, firstFactor } from './own-factor'

/** What a browser's script needs to make a passkey: its options as JSON, and the step to come back with. */
export interface PasskeyOffer {
  step: string
  options: string
}

/** Begins to add a passkey. */
export async function beginOwnPasskey(staff: Staff, commandId: string): Promise<Done<Partial<PasskeyOffer>>> {
  const { actor, email, name, sessionId } = staff
  const change = { field: 'passkey', command: 'begin-passkey', commandId, isSensitive: true } as const
  return await ownFactorChange(staff, change, async tx => {
    const step = newSecret()
    const tokenHash = secretHash('sign-in step', step) ?? ''
    await beginStep({ staffId: actor.id, tokenHash, purpose: 'add-passkey', sessionId }, tx)
    const known = await readPasskeys(actor.id, tx)
    const options = await registrationOptions(
      await passkeySite(),
      { id: actor.id, email, name },
      challengeText(step),
      known,
    )
    return { answer: { step, options: JSON.stringify(options) } }
  })
}

/**
 * Adds the passkey that the browser made.
 * @param made what the browser answered, as JSON
 * @returns recovery codes, where this is the person's first factor; they are shown this once
 */
export async function finishOwnPasskey(
  staff: Staff,
  { step: secret, made, name }: { step: string; made: string; name: string },
  commandId: string,
): Promise<Done<{ codes?: string[] }>> {
  const { actor, sessionId } = staff
  const change = { field: 'passkey', command: 'add-passkey', commandId, isSensitive: true } as const
  return await ownFactorChange(staff, change, async tx => {
    const asked = { purpose: 'add-passkey', sessionId } as const
    const step = await readStep(secretHash('sign-in step', secret) ?? '', asked, tx)
    if (step?.staffId !== actor.id || !(await spendStep(tx, step.id))) throw new Refused(refusal('not-found'))
    const passkey =
      (await checkRegistration(await passkeySite(), made, challengeText(secret))) ??
      refuseBecause('passkey', 'This passkey can’t be used. Try again, or use another one.')
    const called = name.replace(/\p{C}/gu, '').trim() || 'Passkey'
    if (called.length > 60) refuseBecause('name', 'Keep the name under 60 characters.')
    const isFirst = !(await hasSecondFactorOn(actor.id, tx))
    if (!(await insertPasskey(tx, { ...passkey, staffId: actor.id, name: called })))
      refuseBecause('passkey', 'This passkey is in use already.')
    const codes = isFirst ? await firstFactor(tx, staff) : null
    await confirmSession(tx, sessionId, 'password-and-passkey')
    await mailAccountChange(tx, staff.email, 'A passkey was added.')
    return { answer: codes ? { codes } : {} }
  })
}

/** Takes one of the own passkeys away. */
export const removeOwnPasskey = (staff: Staff, id: string, commandId: string): Promise<Done> =>
  ownFactorChange(
    staff,
    { field: 'passkey', command: 'remove-passkey', commandId, isSensitive: true },
    async tx => {
      if (!(await deletePasskey(tx, staff.actor.id, id))) throw new Refused(refusal('not-found'))
      await afterRemoval(tx, staff)
      await mailAccountChange(tx, staff.email, 'A passkey was taken away.')
      return { answer: {}, facts: { passkey: id } }
    },
  )
