import { z } from 'zod'
import { plainRecoveryCode, timeStepOf } from '@/lib/auth/authenticator'
import type { Challenge } from '@/lib/auth/passkeys'
import { systemClock } from '@/lib/clock'
import type { SignInMethod } from '@/lib/core/people/sign-in-methods'
import { env } from '@/lib/env'
import { keyedHash } from '@/lib/secrets'
import type { Tx } from '@/lib/store/database/transaction'
import { readApp, spendRecoveryCode, spendTimeStep } from '@/lib/store/staff/second-factor'
import { judgePasskey } from './passkey'

const inputSchema = z.union([
  z.object({ passkey: z.string().min(1).max(20_000) }),
  z.object({ code: z.string().trim().min(1).max(60) }),
])

/** The stored form of a recovery code of a person. */
export const recoveryCodeHash = (staffId: string, code: string): string =>
  keyedHash('recovery code', `${staffId} ${code}`)

/**
 * Judges a second factor and uses it up: a code of the app, a recovery code, or a passkey's answer to this challenge.
 * @param given as it was sent: `code`, or `passkey`
 * @returns how it was proved, or null
 */
export async function judgeFactor(
  tx: Tx,
  staffId: string,
  given: unknown,
  challenge: Challenge,
): Promise<SignInMethod | null> {
  const parsed = inputSchema.safeParse(given)
  if (!parsed.success) return null
  if ('passkey' in parsed.data) {
    const { passkey } = parsed.data
    return (await judgePasskey(tx, staffId, passkey, challenge)) ? 'password-and-passkey' : null
  }
  const { code } = parsed.data
  const app = await readApp(staffId, env().key, tx)
  if (app?.isConfirmed) {
    const now = systemClock.now().getTime()
    const step = await timeStepOf(app.secret, code.replace(/\s/g, ''), now, app.lastStep)
    if (step !== null) return (await spendTimeStep(tx, staffId, step)) ? 'password-and-code' : null
  }
  const recovery = plainRecoveryCode(code)
  const isSpent =
    recovery !== null && (await spendRecoveryCode(tx, staffId, recoveryCodeHash(staffId, recovery)))
  return isSpent ? 'password-and-recovery-code' : null
}
