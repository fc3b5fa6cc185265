import { z } from 'zod'
import { LineFull } from '@/lib/auth/few-at-once'
import { passwordFits } from '@/lib/auth/password'
import { secretHash } from '@/lib/auth/session-token'
import { emailKey } from '@/lib/core/account/matching'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { newSecret } from '@/lib/secrets'
import { inTransaction, type Tx } from '@/lib/store/database/transaction'
import { hasSecondFactorOn } from '@/lib/store/staff/second-factor'
import { beginStep } from '@/lib/store/staff/sign-in-steps'
import { findForSignIn, lockForSignIn } from '@/lib/store/staff/staff'
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
  if (!fits || !person) return refuse(person?.id ?? null, caller)
  await tried.giveBack()
  return await inTransaction(tx => letIn(tx, person, caller))
}

function refuse(staff: string | null, caller: Caller): SignInAnswer {
  const network = networkInLog(caller.address)
  log.warn({ security: 'sign-in-refused', staff, network }, 'a sign-in was refused')
  return { kind: 'wrong' }
}

/** Looks at a person again whose password fitted: while it was tried, it may have been replaced, or they shut out. */
async function letIn(
  tx: Tx,
  { id, passwordHash }: { id: string; passwordHash: string | null },
  caller: Caller,
): Promise<SignInAnswer> {
  const now = await lockForSignIn(tx, id)
  if (!now || now.isSingleSignOn || now.passwordHash !== passwordHash) return refuse(id, caller)
  if (!(await hasSecondFactorOn(id, tx)))
    return { kind: 'in', ...(await openSession(tx, id, 'password', caller)) }
  const step = newSecret()
  const tokenHash = secretHash('sign-in step', step) ?? ''
  await beginStep({ staffId: id, tokenHash, purpose: 'second-factor' }, tx)
  return { kind: 'second-factor', step }
}

/** A full line is an answer; anything else that goes wrong is an error. */
function orFull(error: unknown): 'full' {
  if (error instanceof LineFull) return 'full'
  throw error
}
