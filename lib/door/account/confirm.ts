import { passwordFits } from '@/lib/auth/password'
import { secretHash } from '@/lib/auth/session-token'
import { log } from '@/lib/log'
import { newSecret } from '@/lib/secrets'
import { inTransaction } from '@/lib/store/database/transaction'
import { hasSecondFactorOn } from '@/lib/store/staff/second-factor'
import { beginStep, readStep, spendStep } from '@/lib/store/staff/sign-in-steps'
import { readOwn } from '@/lib/store/staff/staff'
import { confirmSession } from '@/lib/store/staff/staff-sessions'
import { recordChange } from '../run/record-change'
import { type Caller, networkInLog } from '../sign-in/caller'
import { judgeFactor } from '../sign-in/judge-factor'
import { confirmChallenge, passkeyRequest } from '../sign-in/passkey'
import { countTries, judge } from '../sign-in/tries'
import type { Staff } from '../staff/require-staff'
import type { PasskeyOffer } from './own-passkeys'

/** How somebody proves again who they are: by the strongest that they have. */
export type ConfirmBy = 'password' | 'second-factor' | 'single-sign-on'

/** By what this person is asked. */
export async function confirmBy({ actor, method }: Staff): Promise<ConfirmBy> {
  if (method === 'single-sign-on') return 'single-sign-on'
  return (await hasSecondFactorOn(actor.id)) ? 'second-factor' : 'password'
}

/** Begins to confirm by a passkey; null where the person has none. */
export async function beginConfirm({ actor, sessionId }: Staff): Promise<PasskeyOffer | null> {
  const step = newSecret()
  const options = await passkeyRequest(actor.id, confirmChallenge(step))
  if (!options) return null
  const tokenHash = secretHash('sign-in step', step) ?? ''
  await beginStep({ staffId: actor.id, tokenHash, purpose: 'confirm', sessionId })
  return { step, options }
}

export type Confirmed = 'yes' | 'wrong' | 'too-many'

/**
 * Confirms that it is still the same person who is signed in. Wrong tries are limited like those of signing in.
 * @param given `password`; or `code`; or `passkey` with the `step` of {@link beginConfirm}
 */
export async function confirmAgain(
  staff: Staff,
  given: Readonly<Record<string, string>>,
  caller: Caller,
): Promise<Confirmed> {
  const { actor, sessionId } = staff
  const by = await confirmBy(staff)
  if (by === 'single-sign-on') return 'wrong'
  const own = await readOwn(actor.id)
  const isCode = by === 'second-factor'
  const tried = await countTries(
    isCode ? 'code' : 'password',
    isCode ? actor.id : (own?.email ?? actor.id),
    actor.id,
    caller,
  )
  if (!tried.ok) return 'too-many'
  const isRight = isCode
    ? await factorFits(actor.id, sessionId, given)
    : await judge(tried, () => passwordFits(own?.passwordHash ?? null, given.password ?? ''))
  if (!isRight) {
    const network = networkInLog(caller.address)
    log.warn({ security: 'confirming-refused', staff: actor.id, network }, 'a confirmation was refused')
    return 'wrong'
  }
  await tried.giveBack()
  await inTransaction(async tx => {
    await confirmSession(tx, sessionId)
    await recordChange(tx, { actor, command: 'confirm-identity', facts: { by } })
  })
  return 'yes'
}

const factorFits = (
  staffId: string,
  sessionId: string,
  { step: secret, ...given }: Readonly<Record<string, string>>,
) =>
  inTransaction(async tx => {
    const hash = secret ? secretHash('sign-in step', secret) : null
    const step = hash ? await readStep(hash, { purpose: 'confirm', sessionId }, tx) : null
    if ('passkey' in given && (step?.staffId !== staffId || !(await spendStep(tx, step.id)))) return false
    return (await judgeFactor(tx, staffId, given, confirmChallenge(secret ?? ''))) !== null
  })
