import { generate } from 'otplib'
import { onTestFinished } from 'vitest'
import { systemClock } from '@/lib/clock'
import { startOwnApp, turnOnOwnApp } from '@/lib/door/account/own-factor'
import { signInByPassword } from '@/lib/door/sign-in/password'
import type { Staff } from '@/lib/door/staff/require-staff'
import { env } from '@/lib/env'
import { readApp } from '@/lib/store/staff/second-factor'
import { holdClock } from '@/tests/support/clock'
import { commandId, home, password } from './signing-in'

/** The secret that somebody's authenticator app holds; empty where there is none. */
export const appSecret = async (staffId: string): Promise<string> =>
  (await readApp(staffId, env().key))?.secret ?? ''

/** What their app shows so many time steps from now. */
export async function appCode(staffId: string, steps = 0): Promise<string> {
  const secret = await appSecret(staffId)
  return generate({ secret, epoch: Math.floor(systemClock.now().getTime() / 1000) + steps * 30 })
}

/**
 * Turns the app on with the code before this one, so that this one is unused.
 * The clock is held from here to the end of the test: a time step that ended between making a code
 * and judging it would make it one step older.
 * @returns the recovery codes; none where the person has some already
 * @throws where the door refuses
 */
export async function turnOnApp(staff: Staff): Promise<string[]> {
  onTestFinished(holdClock(new Date()))
  await startOwnApp(staff, commandId())
  const done = await turnOnOwnApp(staff, await appCode(staff.actor.id, -1), home, commandId())
  if (!done.ok) throw new Error(`the app was not turned on: ${done.reason}`)
  return done.codes ?? []
}

/** The step after a right password. @throws where no second factor is asked for */
export async function stepAfterPassword(email: string): Promise<string> {
  const answer = await signInByPassword({ email, password }, home)
  if (answer.kind !== 'second-factor') throw new Error(`the sign-in answered ${answer.kind}`)
  return answer.step
}
