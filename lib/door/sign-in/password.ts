import { z } from 'zod'
import { LineFull } from '@/lib/auth/few-at-once'
import { passwordFits } from '@/lib/auth/password'
import { secretHash } from '@/lib/auth/session-token'
import { emailKey } from '@/lib/core/account/matching'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { newSecret } from '@/lib/secrets'
import { hasSecondFactorOn } from '@/lib/store/staff/second-factor'
import { beginStep } from '@/lib/store/staff/sign-in-steps'
import { findForSignIn } from '@/lib/store/staff/staff'
import { type Caller, networkInLog } from './caller'
import { type BegunSession, openSession } from './session'
import { countTries, judge } from './tries'

/** When to come again where too many passwords wait to be checked. */
const LINE_SECONDS = 30

const inputSchema = z.object({
  email: z.string().min(1).max(1000),
  password: z.string().min(1).max(1000),
})

export type SignInAnswer =
  | ({ kind: 'in' } & BegunSession)
  /** The password is right, and a second factor is asked for; the step's secret goes to the browser. */
  | { kind: 'second-factor'; step: string }
  | { kind: 'wrong' }
  /** The step between password and second factor has ended. */
  | { kind: 'over' }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Signs a member of staff in by their password. Unknown people, people without a password and wrong passwords get the same answer
 * after the same work.
 */
export async function signInByPassword(given: unknown, caller: Caller): Promise<SignInAnswer> {
  const parsed = inputSchema.safeParse(given)
  if (!parsed.success || !env().passwordSignIn) return { kind: 'wrong' }
  const email = emailKey(parsed.data.email)
  // No address contains NUL, and the database refuses it.
  const person = await findForSignIn(email.replaceAll('\0', '\ufffd'))
  const tried = await countTries('password', email, person?.id ?? null, caller)
  if (!tried.ok) return { kind: 'too-many', retryAfterSeconds: tried.retryAfterSeconds }
  const fits = await judge(tried, () =>
    passwordFits(person?.passwordHash ?? null, parsed.data.password),
  ).catch(orFull)
  if (fits === 'full') {
    log.warn({ security: 'sign-in-line-full' }, 'too many passwords wait to be checked')
    return { kind: 'too-many', retryAfterSeconds: LINE_SECONDS }
  }
  if (!fits || !person) {
    const network = networkInLog(caller.address)
    log.warn({ security: 'sign-in-refused', staff: person?.id ?? null, network }, 'a sign-in was refused')
    return { kind: 'wrong' }
  }
  await tried.giveBack()
  if (!(await hasSecondFactorOn(person.id)))
    return { kind: 'in', ...(await openSession(person.id, 'password', caller)) }
  const step = newSecret()
  await beginStep({
    staffId: person.id,
    tokenHash: secretHash('sign-in step', step) ?? '',
    purpose: 'second-factor',
  })
  return { kind: 'second-factor', step }
}

/** A full line is an answer; anything else that goes wrong is an error. */
function orFull(error: unknown): 'full' {
  if (error instanceof LineFull) return 'full'
  throw error
}
