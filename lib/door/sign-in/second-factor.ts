import { cookies } from 'next/headers'
import { secretHash, staffCookies } from '@/lib/auth/session-token'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { inTransaction } from '@/lib/store/database/transaction'
import { countTry, readStep, spendStep } from '@/lib/store/staff/sign-in-steps'
import { lockForSignIn } from '@/lib/store/staff/staff'
import { type Caller, isSecure, networkInLog } from './caller'
import { judgeFactor } from './judge-factor'
import { passkeyRequest, signInChallenge } from './passkey'
import type { SignInAnswer } from './password'
import { openSession } from './session'
import { countTries } from './tries'

/** The step between a right password and the second factor, while it is open. */
async function openStep(secret: string | undefined) {
  const hash = secret && env().passwordSignIn && secretHash('sign-in step', secret)
  return hash ? await readStep(hash, { purpose: 'second-factor' }) : null
}

/** What the page that asks for the second factor needs. */
interface SecondFactorStep {
  /** A browser's options, where the person has passkeys. */
  passkey: string | null
}

/**
 * The step between password and second factor that this browser is in.
 * @returns null where it is in none any more
 */
export const currentSecondFactorStep = async (): Promise<SecondFactorStep | null> =>
  secondFactorStep((await cookies()).get(staffCookies(isSecure()).step)?.value)

/** The same of the step with this secret. */
export async function secondFactorStep(secret: string | undefined): Promise<SecondFactorStep | null> {
  const step = await openStep(secret)
  return step && secret ? { passkey: await passkeyRequest(step.staffId, signInChallenge(secret)) } : null
}

/**
 * Signs somebody in whose password was right, by their second factor. A step is over after five wrong answers; over all steps of a
 * person, tries are limited like those of passwords.
 */
export async function signInBySecondFactor(
  secret: string | undefined,
  given: unknown,
  caller: Caller,
): Promise<SignInAnswer> {
  const step = await openStep(secret)
  if (!step || !secret) return { kind: 'over' }
  const { staffId } = step
  const tried = await countTries('code', staffId, staffId, caller)
  if (!tried.ok) return { kind: 'too-many', retryAfterSeconds: tried.retryAfterSeconds }
  if (!(await countTry(step.id))) return { kind: 'over' }
  const session = await inTransaction(async tx => {
    // What replaces the password, or shuts somebody out, spends their steps: one that can still be spent vouches for the password.
    const now = await lockForSignIn(tx, staffId)
    if (!now || now.isSingleSignOn) return null
    const proved = await judgeFactor(tx, staffId, given, signInChallenge(secret))
    if (!proved || !(await spendStep(tx, step.id))) return null
    return await openSession(tx, staffId, proved, caller)
  })
  if (!session) {
    const network = networkInLog(caller.address)
    log.warn({ security: 'second-factor-refused', staff: staffId, network }, 'a second factor was refused')
    return (await openStep(secret)) ? { kind: 'wrong' } : { kind: 'over' }
  }
  await tried.giveBack()
  return { kind: 'in', ...session }
}
